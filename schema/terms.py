"""The words of training, as enums of the schema."""

from domain import terms
from schema.bridge import expose

expose(
    terms.Equipment,
    "What training can be done with.",
    {
        "BODY_WEIGHT": "Nothing but the body and some floor.",
        "BARBELL": "A long bar and plates.",
        "RACK": "A rack or squat stand that holds a barbell at height.",
        "BENCH": "A bench, flat or adjustable.",
        "DUMBBELL": "A pair of dumbbells.",
        "KETTLEBELL": "One or more kettlebells.",
        "CABLE": "A cable station.",
        "MACHINE": "The usual machines of a gym, such as a leg press.",
        "SMITH_MACHINE": "A barbell that runs on rails.",
        "BANDS": "Elastic bands.",
        "PULL_UP_BAR": "A bar to hang from.",
        "DIP_BARS": "Two parallel bars to dip between.",
        "MEDICINE_BALL": "A heavy ball to lift and throw.",
        "EXERCISE_BALL": "A large, inflated ball.",
        "SUSPENSION_TRAINER": "Straps with handles that hang from above.",
        "PLYO_BOX": "A box to jump or step on.",
        "TREADMILL": "A treadmill.",
        "BIKE": "A bicycle, on the road or standing still.",
        "ROWING_MACHINE": "A rowing machine.",
        "ELLIPTICAL": "An elliptical trainer.",
        "STAIR_CLIMBER": "A stair climber.",
        "JUMP_ROPE": "A rope to skip with.",
        "FOAM_ROLLER": "A foam roller.",
        "EZ_BAR": "A short, bent bar that is kind to the wrists.",
        "POOL": "Water to swim in.",
    },
)
expose(
    terms.Muscle,
    "What an exercise works.",
    {
        "ABDOMINALS": "The belly, front and sides.",
        "ABDUCTORS": "The outer hip.",
        "ADDUCTORS": "The inner thigh.",
        "BICEPS": "The front of the upper arm.",
        "CALVES": "The back of the lower leg.",
        "CHEST": "The chest.",
        "FOREARMS": "Forearms and grip.",
        "GLUTES": "The buttocks.",
        "HAMSTRINGS": "The back of the thigh.",
        "LATS": "The broad muscles at the sides of the back.",
        "LOWER_BACK": "The muscles along the lower spine.",
        "MIDDLE_BACK": "Between and below the shoulder blades.",
        "NECK": "The neck.",
        "QUADRICEPS": "The front of the thigh.",
        "SHOULDERS": "The shoulders, front, side and rear.",
        "TRAPS": "From the neck to the shoulder blades.",
        "TRICEPS": "The back of the upper arm.",
    },
)
expose(
    terms.MovementPattern,
    "How an exercise moves.",
    {
        "SQUAT": "Bend knees and hips together, both feet down.",
        "LUNGE": "One leg leads: lunges, split squats, step-ups.",
        "HINGE": "Fold at the hips with a steady back, such as a deadlift.",
        "HORIZONTAL_PUSH": "Push away from the chest.",
        "VERTICAL_PUSH": "Push overhead.",
        "HORIZONTAL_PULL": "Row toward the chest.",
        "VERTICAL_PULL": "Pull down from overhead, or the body up.",
        "CORE": "Hold or move the trunk.",
        "CARRY": "Walk with a load.",
        "JUMP": "Leave the ground, or throw.",
        "OLYMPIC": "Clean, jerk, snatch and their parts.",
        "ISOLATION": "Move one joint for one muscle.",
        "MOBILITY": "Stretch, loosen, or train balance.",
    },
)
expose(
    terms.Mechanic,
    "Whether an exercise moves one joint or several.",
    {"COMPOUND": "Several joints.", "ISOLATION": "One joint."},
)
expose(
    terms.JointStress,
    "What an exercise loads, so that limitations can rule it out.",
    {
        "KNEE_FLEXION_LOADED": "The knee bends deeply under load.",
        "KNEE_IMPACT": "The knee takes landings.",
        "SPINE_AXIAL": "The load presses along the spine.",
        "SPINE_FLEXION_LOADED": "The spine bends under load.",
        "SHOULDER_OVERHEAD": "The arms work overhead.",
        "SHOULDER_DEEP": "The shoulder is stretched far back under load.",
        "ELBOW": "The elbow carries much of the load.",
        "WRIST_EXTENSION": "The wrist is bent back under load.",
        "HIP_DEEP": "The hip bends deeply under load.",
        "ANKLE_IMPACT": "The ankle takes landings.",
        "NECK": "The neck is loaded.",
        "SUPINE": "It is done lying on the back.",
        "VALSALVA": "It tempts to hold the breath and strain.",
    },
)
expose(
    terms.ExperienceLevel,
    "How long somebody has trained regularly, or how much of that an exercise asks for.",
    {
        "NOVICE": "Less than half a year of regular training.",
        "INTERMEDIATE": "Half a year to two years.",
        "ADVANCED": "More than two years.",
    },
)
expose(
    terms.Sport,
    "What endurance is trained in.",
    {
        "RUNNING": "Running, outdoors or on a treadmill.",
        "CYCLING": "Cycling, on the road or standing still.",
        "SWIMMING": "Swimming.",
        "ROWING": "Rowing, on water or on a machine.",
        "WALKING": "Brisk walking.",
        "HIKING": "Hiking, hills included.",
        "ELLIPTICAL": "The elliptical trainer.",
        "STAIR_CLIMBING": "Climbing stairs, real or on a machine.",
        "JUMP_ROPE": "Skipping rope.",
        "OTHER": "Any other endurance sport.",
    },
)
expose(
    terms.Weekday,
    "A day of the week, Monday first.",
    {day.name: f"{day.name.capitalize()}." for day in terms.Weekday},
)
expose(
    terms.LimitationKind,
    "What training must spare or mind.",
    {
        "KNEE": "Trouble with a knee.",
        "LOWER_BACK": "Trouble with the lower back.",
        "SHOULDER": "Trouble with a shoulder.",
        "ELBOW": "Trouble with an elbow.",
        "WRIST": "Trouble with a wrist.",
        "HIP": "Trouble with a hip.",
        "ANKLE": "Trouble with an ankle.",
        "NECK": "Trouble with the neck.",
        "UPPER_BACK": "Trouble with the upper back.",
        "LOWER_LEG": "Trouble with a shin or a calf.",
        "FOOT": "Trouble with a foot.",
        "PREGNANCY": "Pregnant; the date is when the child is due.",
        "POSTPARTUM": "Gave birth not long ago; the date is that of the birth.",
        "HYPERTENSION": "High blood pressure.",
        "CARDIAC_WARNING": "Chest pain, fainting, or known heart disease: no hard effort before a doctor clears it.",
        "BETA_BLOCKER": "A heart-rate altering medicine: effort by feel, never by heart rate.",
        "ASTHMA": "Asthma.",
    },
)
expose(
    terms.TrainingFocus,
    "What a plan trains first.",
    {
        "STRENGTH": "To lift more.",
        "MUSCLE": "To build muscle.",
        "ENDURANCE": "To go longer, or faster over a distance.",
        "MIXED": "Strength and endurance alike.",
        "GENERAL_HEALTH": "To be and stay fit for daily life.",
    },
)
expose(
    terms.Author,
    "Who wrote something: the rule engine, a language model within its rules, or the athlete.",
    {
        "RULES": "The rule engine, by itself.",
        "MODEL": "A language model, within the same rules.",
        "ATHLETE": "The athlete.",
    },
)

"""How people tell of warning signs of the heart: in the chest, the breath, the head and the beat itself."""

from services.feedback.phrases import alternatives, one_of

_FEELING = alternatives(
    r"""
    pains?|painful|ach(?:e|es|ed|ing|y)|hurt(?:s|ing)?|pressure|tight(?:ness|ening|ens|ened)?|squeez(?:e|es|ed|ing)|crush(?:ed|
        ing)
    stab(?:s|bed|bing)?|burn(?:s|t|ed|ing)?|discomfort|twinges?|pinch(?:es|ed|ing)?|sharp|flutter(?:s|ed|ing|y)?
    thump(?:s|ed|ing)?|grip(?:s|ped|ping)|clench(?:es|ed|ing)|constrict(?:s|ed|ing|ion)|numb(?:ness)?|tingl(?:es|ed|ing|y)
    spasms?|weird|odd|funny|strange|elephant|stitch|throb(?:s|bed|bing)?|pound(?:s|ed|ing)?|squash\w*|clamp\w*|cramp(?:s|ed|
        ing)|fullness|tighter|band|(?:seiz|clos)(?:es|ed|ing)(?= up)|killing me
    """
)
_REGION = r"(?:chest|breast ?bone|(?:left|right) breast\b|sternum|heart|left arm|jaw)"
CHEST_PAIN = one_of(
    r"""
    <feeling>\b[\w ']{0,36}\b(?:in|on|across|at|behind|under|around|over|to|into) (?:my |the |his |
        her )?(?:\w+ )?<region>(?! rate)
    <feeling> (?:my |the |in )?<region>(?! rate)
    <region>(?! rate)(?: \w+){0,3} <feeling>
    <region> (?:\w+ )?(?:is|are|was|feels?|felt|gets?|got|goes|went) (?:\w+ ){0,2}(?:heavy|crushed|pressed|bad|sore|wrong|off)
    (?:heav(?:y|iness)|weight|tons?|something|someone|somebody)\b[\w ']{0,24}\b(?:on|across) (?:my |the )?(?:\w+ )?(?:chest|
        breast ?bone)
    (?:elephant|something|someone|somebody|weight|tons?|anvil|concrete)\b[\w ']{0,16}\b(?:sitting|pressing|standing|pushing|
        lying) (?:down )?on (?:me|top of me|my (?:ribs|chest|lungs))
    (?:pressure|tight\w*|squeez\w*|chok\w*) (?:\w+ ){0,2}(?:in|around) my throat
    <region> (?:\w+ ){0,2}(?:like|as if|as though) (?:\w+ ){0,4}(?:vice|vise|weight|stone|brick|elephant|band|belt|rope|hand|
        squash\w*|stood on|crush\w*|pressed|burst\w*|explod\w*)
    (?:make|makes|made|making|gives?|gave) (?:my |me )(?:\w+ )?<region> (?:\w+ )?<feeling>
    angina|tight[- ]chested|chestpains?|crushing (?:tightness|pressure|weight|sensation)
    """,
    feeling=_FEELING,
    region=_REGION,
)

FAINTING = one_of(
    r"""
    faint(?:ed|ing|s|ness)?(?! (?:idea|memory|hope|chance))|pass(?:ed|ing|es)? out|pas out|black(?:ed|ing|s)? out(?! (?:the|my|
        our|all) )|blackouts?
    (?:los(?:t|ing|e)|slipp\w+ (?:in|out)(?: of)?) consciousness|unconscious|collaps(?:ed|(?:es?|
        ing)(?! in(?:wards?)?\b))(?! (?:\w+ )?(?:on|onto|into|in) (?:\w+ )?(?:sofa|couch|bed|heap))
    keel(?:ed|ing)? over|lights went out|out for (?:a few|some|\d+|several) (?:seconds|secs|minutes)|came to with|
        floor came (?:at|up)|syncope|out cold|(?:came (?:to|round|around)|woke up|found myself|ended up|
        woke) on the (?:\w+ )?(?:floor|ground|pavement|road|grass|tiles|track|path|deck|kerb)
    hit the (?:deck|floor|ground)|gr[ea]y(?:ed|ing)? out|funny turn|dizzy spells?
    """
)

_HEART = r"(?:heart(?! rate)|heart ?beat|ticker|pulse)"
_BEATING = alternatives(
    r"""
    flutter(?:s|ing|ed|y)?|rac(?:es?|ing|ed)|skip(?:s|ping|ped)?|stopp?(?:s|ing|ed)|jump(?:s|ing|ed)|pound(?:s|ing|ed)?
    thump(?:s|ing|ed)?|irregular(?:ly)?|erratic(?:ally)?|uneven|out of (?:rhythm|control)|all over(?: the \w+)?|miss(?:es|ed|
        ing) (?:a |some )?beats?
    gallop\w*|trembl\w*|(?:sped|speed(?:s|ing)?) up|bang(?:s|ing)? away|beating (?:\w+ )?fast|somersault\w*|flip\w*|leap\w*
    paus(?:es|ed|ing)|stutter\w*|thud\w*|flop\w*|quiver\w*|hammer\w*|double[- ]beats?|mental|berserk
    too fast|going (?:mad|crazy|nuts|haywire|bonkers)|like crazy|weird(?:ly)?|strange(?:ly)?|funny|odd(?:ly)?|wild(?:ly)?
    """
)
HEART = one_of(
    r"""
    (?:pulse|heart ?(?:rate|beat)?|hr|bpm|watch|garmin|monitor)\b.*\b(?:1[2-9]\d|2\d\d)\b.*\b(?:at rest|resting|lying|
        sitting|in bed|sofa|couch|doing nothing|for no reason|out of nowhere|stretching|standing still)|(?:1[6-9]\d|
        2[0-4]\d) ?(?:over|/) ?\d{2,3}
    (?:heart ?rate|pulse|hr) (?:\w+ ){0,2}(?:dropped|fell|down) to [23]\d\b|resting (?:pulse|heart ?rate|
        hr)\b.{0,20}\b(?:1[1-9]\d|2\d\d)
    blood pressure (?:is |was |has )?(?:\w+ )?(?:through the roof|sky high|spiked|spiking|shot up|dangerously)
    palpitations?|palps|(?:<heart>|heart ?rate) (?:\w+ )?(?:will not|would not|does not|did not) (?:settle|drop|slow|calm|
        (?:come|go) (?:back )?down)|pulse (?:is|was) (?:irregular|all over)|arr?h?ythmias?|a-?fib|atrial fib\w*|tachycardia|
        pacemaker|cardiomyopathy|aneurysm|defibrillator
    <heart>(?: \w+){0,4} <beating>
    (?:racing|pounding|fluttering|thumping|skipping|irregular|hammering) (?:heart|pulse)\b(?! ?rate)
    (?:irregular|racing|fluttering|skipped|skipping|missed|missing|strange|funny|weird|odd|fast|rapid|extra) (?:heart ?)?beats?
    (?:enlarged|weak|bad|dodgy|leaky|irregular) heart(?! ?rate)|leaky valve|valve (?:problem|disease|defect)|hole in (?:my|
        the) heart|ablation|coronary|heart (?:valve|muscle|block|rhythm|operation|attack|failure|disease|condition|defect|
        murmur|surgery|problems?|trouble|bypass)|(?:had|have|got) (?:a |two |\w+ )?stents?
    (?:had|having|have) a (?:mini[- ]?)?stroke
    """,
    heart=_HEART,
    beating=_BEATING,
)

BREATH = one_of(
    r"""
    (?:can not|could not|can (?:hardly|barely)|could (?:hardly|barely)|hardly|barely|struggl(?:e|es|ed|ing) (?:to|for)|
        unable to|not able to|trouble|difficulty|hard to|fight(?:ing)? (?:to|for)) (?:even |really )?(?:breathe?|breathing|
        catch(?:ing)? my breath|get (?:my breath|(?:any |enough )?(?:air|breath)|air in)|draw breath|air)
    short(?:ness)? of breath|shortness in breath|breathless(?:ness)?(?! from laugh)
    (?:severe(?:ly)?|sudden(?:ly)?|extreme(?:ly)?|terribl[ye]|badly|unusual(?:ly)?) (?:out of breath|winded)
    (?:out of (?:breath|puff)|winded|puffed|puffing|gasping)\b[\w ']{0,20}\b(?:tying|getting|brushing|dressing|showering|
        standing|eating|making|climbing|carrying|just|at rest|lying|in bed|sitting|sat down|resting|doing nothing|talking|
        walking|(?:the )?stairs|for no reason)
    breathing (?:hurts|aches|stings|is painful)|(?:hurts?|pain\w*|ach\w*) (?:to|when i|every time i|whenever i) (?:breathe|
        take a (?:deep )?breath|inhale|cough)
    breathing (?:is |was |feels |felt |gets |got )?(?:\w+ )?(?:hard|difficult|laboured|labored|painful|shallow|tight|
        heavy)(?= (?:at rest|lying|in bed|sitting|today|now|even|all)|$)|suffocat\w+|painful to breathe|hurts to breathe|
        breathe (?:in|deeply)(?= .*hurt)
    (?:asthma attack|inhaler (?:\w+ )?not (?:help|work)\w*|(?:lips|fingers|face) (?:\w+ )?(?:blue|purple))|turn(?:ed|ing) blue
    (?:can not|could not|can (?:barely|hardly)) (?:take|get|draw) (?:a|any|in) (?:\w+ )?(?:breath|air)|breath (?:will|would|
        does|did) not come back|breathing (?:\w+ ){0,6}straw|(?:cough\w*|bringing) up (?:\w+ )?(?:froth|foam)
    air hunger|not (?:get|getting) enough (?:oxygen|air)|lungs (?:will|would|do|did|can) not (?:fill|expand|work)|
        breathing (?:\w+ ){0,5}(?:at rest|lying|in bed|even sitting|doing nothing)|(?:woke|wake|
        waking) (?:\w+ ){0,3}(?:gasping|breathless|choking)|(?:sharp|stab\w*|catch\w*) (?:\w+ )?when(?:ever)? i (?:breathe|
        inhale)|(?:can|could) not (?:lie|lay|sleep|walk|talk|climb)(?: \w+){0,3} without (?:\w+ ){0,3}(?:breathless|
        out of breath|gasping)|(?:can not|can (?:barely|hardly)) (?:\w+ ){0,3}(?:sentence|words?|speak|
        talk)\b.*\b(?:stopping|gasping|pausing) for (?:air|breath)
    gasp(?:ing|ed) for (?:air|breath)|wheez(?:e|es|ed|ing|y)|allergic reaction|(?:tongue|throat|lips|face) (?:is |was |felt |
        feels |are )?(?:puff\w+|clos\w+|swell\w+|swollen)
    """
)

DIZZY = one_of(
    r"""
    diz+(?:y|iness)|light[- ]?head(?:ed(?:ness)?)?|vertigo|woozy|giddy|room (?:is |was |keeps |started )?(?:spin\w*|spun)
    head (?:\w+ )?(?:spins|spinning|spun|swims|swimming)|see(?:ing)? (?:stars|spots|double|black)|saw (?:stars|spots|double|
        black)
    (?:vision|eyesight|sight|eyes|everything|it all|world|things) (?:\w+ )?(?:go(?:es)?|went|going|gets?|got|getting|turns?|
        turned|started)(?: \w+)?[ ](?:black|dark|blurr?y|blurred|fuzzy|hazy|dim|gr[ea]y|white|double|sideways)
    (?:curtain|shadow|veil|blind spot) (?:\w+ ){0,3}(?:over|across|in) my (?:\w+ )?(?:eyes?|vision|sight)|flashing lights|
        flashes of light|floaters|(?:lost|losing|lose) (?:part of |some of |half (?:of )?|my |the |all )*
        (?:vision(?! (?:boards?|statements?)\b)|eyesight|sight(?! of (?!(?:\w+ )?(?:left|right|one|eyes?)\b)))|
        (?:can|could) not see (?:out of|with|through|properly|straight|clearly|anything(?! (?:i|wrong|to|that|bad|else|missing|
        different|in)\b))|(?:go|goes|went|going|gone) (?:\w+ )?blind|(?:half|part|side|some|bits?|all) (?:of )?my (?:vision|
        sight)|(?:see|sees|seeing|saw) (?:\w+ ){0,2}(?:zig-? ?zags?|flashes|halos|sparkl\w+|flickering|patches|black|spots|
        stars|double)|(?:room|floor|ground|world|everything) (?:\w+ )?(?:tilt|sway|mov)\w*
    (?:vision|eyesight|sight) (?:\w+ ){0,3}(?:in and out|blurr?y|blurs|blurred|double|black|tunnel\w*)|(?:blurr?y|blurred|
        double|tunnel) vision
    (?:came|come|coming|comes) over (?:all |a bit |really )?(?:funny|faint|dizzy|weird|queer|hot and cold)|(?:los(?:t|ing|
        e)) (?:my )?balance|balance (?:\w+ )?gone|without swaying|wavy lines|(?:whole gym|whole place|
        ceiling) (?:\w+ )?spinning|(?:only|just) see (?:\w+ )?(?:out of|with|through) one eye|keep falling over|head first|
        can not keep my balance$|(?:vision|eyesight|sight) (?:\w+ )?(?:went|gone|fad\w+|going|disappear\w*)|
        flashes in my (?:vision|eyes?)|(?:nearly|almost) (?:went (?:down|over)|fell over|toppled)|unsteady on my feet|
        off balance
    (?:go|going|went|gone|turn|turned|turning|get|got) (?:all |really |very |quite )?(?:gr[ea]y|pale|white|clammy|ashen)|
        cold sweats?
    """
)

CARDIAC = (CHEST_PAIN, FAINTING, HEART, BREATH, DIZZY)
"""Warning signs of the heart, and what may be one (PAR-Q+)."""

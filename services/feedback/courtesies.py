"""What is neither a wish nor a question: consent, thanks, greetings, vague unease, and text that is no message to a coach."""

import re

_SUBJECT = r"(?:it|this|that|the plan|my plan|this plan|that plan|everything|all|all of it|the program|the programme|the whole thing|the week|the schedule|these|the changes?|the new (?:plan|version))"
_GOOD = (
    r"(?:good|great|fine|perfect|awesome|excellent|amazing|fantastic|wonderful|brilliant|ideal|nice|solid|super|lovely|spot on|ok|okay|all right|alright|just right|exactly right|right|cool|doable|"
    r"ready to go|good to go|good as it is|fine as it is|good enough|the way i want it|what i (?:wanted|want|need|needed)|exactly what i (?:wanted|want|need|needed))"
)
_VERY = r"(?:so |very |really |pretty |absolutely |all |just |totally |quite |super |truly |already )*"
SATISFIED = re.compile(
    rf"^(?:yes |yep |yeah |ok |okay |great |perfect |wow |nice )*(?:(?:{_SUBJECT} )?(?:is|looks?|sounds?|seems?|feels?|are|look|will be) {_VERY}{_GOOD}(?: (?:now|as it is|like this|to me|thanks|so far|overall|the way it is|as is))*"
    rf"|(?:yes )?{_VERY}(?:good|great|fine|perfect|awesome|excellent|amazing|fantastic|wonderful|brilliant|ideal|lovely|spot on|lgtm|perfection)(?: (?:plan|work|job|stuff|now|as it is|like this|as is))*"
    rf"|i {_VERY}(?:like|love|accept|approve|am {_VERY}(?:happy|satisfied|pleased|content|ok|okay|fine|good) with|am (?:in|on board)|agree(?: with)?|take|will take|confirm|am happy) ?(?:{_SUBJECT})?(?: (?:as it is|now|a lot|very much|so much|as is|like this|the way it is))*"
    rf"|(?:let us|i will|we can) (?:go(?: (?:with|for|ahead|on))?|start(?: with)?|do|begin|use|keep|get started(?: with)?|stick with|roll with)(?: {_SUBJECT})?(?: (?:then|now|as it is))*"
    rf"|(?:leave|keep) {_SUBJECT}(?: (?:as it is|like this|as is|the way it is|unchanged|the same))*|no (?:more )?changes?(?: (?:needed|necessary|required|please|from me))*|nothing to (?:change|add|complain about)"
    rf"|(?:do not|no need to|please do not|you do not need to) change (?:anything|a thing|it|this|the plan)(?: (?:please|at all))*|fine as it is|good as it is|perfect as it is|works for me|(?:{_SUBJECT} )?(?:works|suits me|fits)(?: (?:for me|well|perfectly|great|fine))*"
    rf"|(?:i )?(?:accept|approved?|accepted|confirmed|agreed|deal|done|go ahead|ship it|all good|good to go|ready to start|i am ready|can not wait to start|count me in)(?: (?:it|this|the plan|with it|now))*)$"
)
THANKS = re.compile(
    r"^(?:thank(?:s| you)?|cheers|ta|much appreciated|appreciate it|you are (?:great|the best|awesome)|hi|hello|hey|good (?:morning|evening|afternoon|night|day)|how are you|bye|goodbye|see you|ok|okay|cool|nice|got it|understood|"
    r"i see|alright|all right|lol|haha\w*|sure|great talk|hm+|wow|congrats|happy \w+|merry \w+)(?: (?:so much|a lot|very much|there|then|you|coach|all|again|everyone|today))*$"
)
VAGUE = re.compile(
    r"\b(?:change|changes|different|differently|adjust|adapt|modify|tweak|fix|improve|better|alter|update|rework|redo|wrong|not (?:right|good|great|happy|sure|working|ideal|quite|convinced|satisfied|for me)|unhappy|dissatisfied|"
    r"do not (?:like|love|want)|dislike|hate|prefer|bored|boring|meh|unsure|confus\w+|weird|strange|too much|help|problem|tired|exhausted|sore|stressed|sick|ill|a cold|fever|slept|worn out|stiff|plan|workout|session|exercise|swap|"
    r"replace|remove|move|rest|skip|add|cut|yes|no|maybe|same|again|more|less|something|other|another|drop\w*|remov\w+|swapp\w+|replac\w+|skipp\w+)\b"
)
UNWELL = re.compile(
    r"\b(?:tired|exhausted|sore|soreness|doms|stressed|sick|ill|a cold|the flu|fever|slept (?:badly|poorly|little)|bad (?:sleep|night)|worn out|wiped|hung ?over|stiff|no energy|low energy|run down|drained)\b"
)
NOT_A_MESSAGE = re.compile(
    r"\b(?:ignore|disregard|forget|override|bypass)\b.{0,40}\b(?:instructions?|prompts?|rules?|guidelines|above|previous|prior|system|constraints|safety)\b"
    r"|\b(?:system|developer|assistant|admin(?:istrator)?)\s*(?:prompt|message|mode|override|:)|\byou are (?:now|no longer)\b|\bpretend (?:to be|you|that)\b|\bact as\b|\bjailbreak|\bdan mode|\brole-?play"
    r"|</?\s*(?:script|img|iframe|system|user|assistant|svg|body|a|div|style|instructions?|im_start)\b|javascript:|\bon(?:error|load|click)\s*=|<\|"
    r"|\b(?:drop|truncate|alter)\s+(?:table|database|schema)\b|\b(?:delete|select)\b.{0,60}\bfrom\s+\w+\s*(?:where|;|--)|\bunion\s+(?:all\s+)?select\b|\binsert\s+into\b|\bupdate\s+\w+\s+set\b|'\s*(?:or|and)\s+'?\d|;\s*--|--\s*$|\bxp_cmdshell"
    r"|\$\{|\{\{|\{%|#\{|%0[ad]|\\x[0-9a-f]{2}|\\u[0-9a-f]{4}|\.\./|/etc/passwd|\b__\w+__\b|\b(?:eval|exec|import|os\.system|subprocess)\s*\(|\bsudo\b|\brm -rf\b|\bcurl http|```"
    r"|\b(?:mutation|query|subscription)\s*\{|\"?(?:operations?|tool_calls?|function_call|intent|role)\"?\s*:\s*[\[{\"']|\bbase64\b|\bapi[_ ]?key|\b(?:other|another|all) (?:athletes?|users?|accounts?)\b|\bathlete_[0-9a-f]{6,}|\bplan_[0-9a-f]{6,}"
)

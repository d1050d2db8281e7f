namespace TeamsConnectBot.Core.Rituals.Phrases.Words;

/// <summary>The English words of a phrase. A new spelling only needs to be added here.</summary>
internal static class EnglishWords
{
    public static readonly WordEntry[] All =
    [
        .. WordEntry.FromOne(
            Sense.Weekday, "monday|mondays|mon|mons", "tuesday|tuesdays|tue|tues|tu", "wednesday|wednesdays|wed|weds",
            "thursday|thursdays|thu|thur|thurs|th", "friday|fridays|fri|fris|fr", "saturday|saturdays|sat|sats",
            "sunday|sundays|sun|suns"),
        new(Sense.WorkingDay, 0,
            "weekday|weekdays|working day|working days|workday|workdays|work day|work days|business day|business days"),
        new(Sense.Weekend, 0, "weekend|weekends"),

        .. WordEntry.FromOne(
            Sense.Month, "january|jan", "february|feb|febr", "march|mar", "april|apr", "may", "june|jun", "july|jul", "august|aug",
            "september|sep|sept", "october|oct", "november|nov", "december|dec"),

        .. WordEntry.FromOne(Sense.Ordinal, "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"),
        new(Sense.Ordinal, 15, "fifteenth"),
        new(Sense.Ordinal, 20, "twentieth"),
        new(Sense.Ordinal, -1, "last|final"),
        new(Sense.Ordinal, -2, "penultimate|second to last|second last|second-to-last|last but one|next to last"),

        .. WordEntry.FromOne(
            Sense.Number, "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
            "fourteen", "fifteen"),
        new(Sense.Number, 20, "twenty"),
        new(Sense.Number, 25, "twenty-five|twenty five"),
        new(Sense.Number, 30, "thirty"),
        new(Sense.Number, 40, "forty"),
        new(Sense.Number, 45, "forty-five|forty five"),
        new(Sense.Number, 50, "fifty"),
        new(Sense.Number, 60, "sixty"),
        new(Sense.Number, 90, "ninety"),

        new(Sense.RelativeDay, -1, "yesterday"),
        new(Sense.RelativeDay, 0, "today"),
        new(Sense.RelativeDay, 1, "tomorrow|tmrw|tomorow|tommorow|tommorrow"),
        new(Sense.RelativeDay, 2, "day after tomorrow|the day after tomorrow"),
        new(Sense.Next, 0, "next"),
        new(Sense.This, 0, "this|coming|this coming|upcoming"),
        new(Sense.End, 0, "end|the end|end of|the end of"),
        new(Sense.Holiday, 0, "holidays|holiday|public holidays|public holiday|bank holidays|bank holiday"),

        new(Sense.Every, 0, "every|each|all|every single|ev"),
        new(Sense.EveryOther, 2, "every other|each other|every alternate|alternate|every alternating"),
        new(Sense.EveryDays, 1, "daily|everyday"),
        new(Sense.EveryWeeks, 1, "weekly"),
        new(Sense.EveryWeeks, 2, "fortnightly|every fortnight|each fortnight|once a fortnight"),
        new(Sense.EveryMonths, 1, "monthly"),
        new(Sense.EveryMonths, 3, "three-monthly|three monthly"),
        new(Sense.EveryQuarters, 1, "quarterly|every quarter|each quarter|per quarter|once a quarter"),
        new(Sense.EveryMonths, 6, "half-yearly|half yearly|every half year"),
        new(Sense.EveryYears, 1, "yearly|annually|annual"),
        new(Sense.BiWeekly, 0, "biweekly|bi-weekly|bi weekly"),
        new(Sense.BiMonthly, 0, "bimonthly|bi-monthly|bi monthly"),
        new(Sense.TooOften, 0, "hourly|every hour|each hour|every half hour|every minute|per hour"),
        new(Sense.ParityOfWeeks, 0, "even weeks|even week|in even weeks"),
        new(Sense.ParityOfWeeks, 1, "odd weeks|odd week|in odd weeks"),
        new(Sense.Times, 0, "times|time|x|occurrences|sessions|meetings"),
        new(Sense.Once, 0, "once|one-off|one off|one time only|just once|only once"),
        new(Sense.Twice, 2, "twice"),
        new(Sense.Twice, 3, "thrice"),

        new(Sense.Minute, 0, "minutes|minute|mins|min|m"),
        new(Sense.HourMark, 0, "h"),
        new(Sense.HourLength, 0, "hour|hours|hr|hrs"),
        new(Sense.Day, 0, "day|days"),
        new(Sense.Week, 0, "week|weeks|wk|wks"),
        new(Sense.MonthUnit, 0, "month|months"),
        new(Sense.QuarterYear, 0, "quarters"),
        new(Sense.Year, 0, "year|years"),
        new(Sense.LengthWord, 15, "quarter of an hour|a quarter of an hour|quarter hour|a quarter hour"),
        new(Sense.LengthWord, 30, "half an hour|half hour|half-hour|a half hour|half-an-hour|half a hour"),
        new(Sense.LengthWord, 45, "three quarters of an hour|three-quarters of an hour"),
        new(Sense.LengthWord, 90, "an hour and a half|hour and a half|one hour and a half"),

        new(Sense.OClock, 0, "o'clock|oclock|o' clock|o clock"),
        new(Sense.Half, 0, "half"),
        new(Sense.OneAndHalf, 0, "one and a half|1 and a half"),
        new(Sense.Quarter, 0, "quarter"),
        new(Sense.Past, 0, "past|after"),
        new(Sense.Before, 0, "before"),
        new(Sense.To, 0, "to"),
        new(Sense.Am, 0, "am"),
        new(Sense.Pm, 0, "pm"),
        new(Sense.DayPart, (int)DayPart.Morning, "morning|mornings|in the morning"),
        new(Sense.DayPart, (int)DayPart.Afternoon, "afternoon|afternoons|in the afternoon"),
        new(Sense.DayPart, (int)DayPart.Evening, "evening|evenings|in the evening"),
        new(Sense.DayPart, (int)DayPart.Night, "night|nights|at night"),
        new(Sense.DayPart, (int)DayPart.Lunch,
            "at lunch|at lunchtime|at lunch time|around lunch|around lunchtime|over lunch|lunchtime|lunch time|during lunch"),
        new(Sense.Noon, 0, "noon|midday|12 noon|twelve noon|12:00 noon"),
        new(Sense.Midnight, 0, "midnight|12 midnight"),

        new(Sense.At, 0, "at|@|around"),
        new(Sense.On, 0, "on"),
        new(Sense.Of, 0, "of"),
        new(Sense.Per, 0, "per"),
        new(Sense.In, 0, "in|within"),
        new(Sense.From, 0, "from|between"),
        new(Sense.Starting, 0,
            "starting|starting on|starting from|start on|starts on|starts|beginning|beginning on|from:|as of|as from|effective|"
            + "first:|first time|since"),
        new(Sense.Until, 0, "until|till|til|'til|up to|ending|ending on|ends on|ends"),
        new(Sense.Through, 0, "through|thru|up to and including|until and including|inclusive of"),
        new(Sense.For, 0, "for|lasting|lasts|duration|duration:|takes|for about"),
        new(Sense.And, 0, "and|&|+|plus|as well as"),
        new(Sense.Or, 0, "or"),
        new(Sense.Except, 0,
            "except|except on|except for|excluding|but not|but not on|not on|not|skip|without|other than|apart from|excl|but"),
        new(Sense.Article, 0, "a|an|the"),
        new(Sense.Filler, 0,
            "do this|have this|meet up|get together|together|new|remind us|book|create|add|start a|need|to be|time:|when|with me|"
            + "long|please|plan|schedule|set|set up|make|do|we|i|let's|lets|can|could|would|like|want|meet|meets|meeting at|have|"
            + "always|sharp|about|approx|ritual|is|be|it|happens|happening|held|occurs|repeat|repeats|repeating|recurring|"
            + "takes place|again|also|let|us|each time|lasting about|only|just|sometime|some time|ish|or so|then|now|clock|our"),
        new(Sense.NameNoun, 0,
            "coffee|coffee break|lunch|drinks|walk|standup|stand-up|stand up|sync|retro|retrospective|review|demo|call|huddle|"
            + "check-in|checkin|catch-up|catchup|catch up|1:1|one-on-one|meeting|session|breakfast|tea|co-working|coworking|"
            + "show and tell|workshop|brainstorm|kick-off|all hands|town hall|office hours|social|planning|refinement"),
    ];
}

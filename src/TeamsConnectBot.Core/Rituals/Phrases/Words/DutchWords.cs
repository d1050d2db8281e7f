namespace TeamsConnectBot.Core.Rituals.Phrases.Words;

/// <summary>The Dutch words of a phrase. A new spelling only needs to be added here.</summary>
internal static class DutchWords
{
    public static readonly WordEntry[] All =
    [
        .. WordEntry.FromOne(
            Sense.Weekday, "maandag|maandags|maandagen|ma|maa", "dinsdag|dinsdags|dinsdagen|di|din|dins",
            "woensdag|woensdags|woensdagen|wo|woe|woens", "donderdag|donderdags|donderdagen|do|don|dond",
            "vrijdag|vrydag|vrijdags|vrijdagen|vr|vrij|vrijd", "zaterdag|zaterdags|zaterdagen|za|zat", "zondag|zondags|zondagen|zo|zon"),
        new(Sense.WorkingDay, 0, "werkdag|werkdagen|doordeweeks|doordeweekse dag|doordeweekse dagen|weekdag|weekdagen|door de week"),
        new(Sense.Weekend, 0, "weekend|weekenden|weekends|weekeind|weekeinde"),

        .. WordEntry.FromOne(
            Sense.Month, "januari|jan", "februari|feb|febr", "maart|mrt", "april|apr", "mei", "juni|jun", "juli|jul", "augustus|aug",
            "september|sep|sept", "oktober|okt", "november|nov", "december|dec"),

        .. WordEntry.FromOne(
            Sense.Ordinal, "eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste", "negende", "tiende"),
        new(Sense.Ordinal, 15, "vijftiende"),
        new(Sense.Ordinal, 20, "twintigste"),
        new(Sense.Ordinal, -1, "laatste|allerlaatste"),
        new(Sense.Ordinal, -2, "voorlaatste|een na laatste|op een na laatste"),

        .. WordEntry.FromOne(
            Sense.Number, "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf", "dertien",
            "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien", "twintig"),
        new(Sense.Number, 25, "vijfentwintig"),
        new(Sense.Number, 30, "dertig"),
        new(Sense.Number, 40, "veertig"),
        new(Sense.Number, 45, "vijfenveertig"),
        new(Sense.Number, 50, "vijftig"),
        new(Sense.Number, 60, "zestig"),
        new(Sense.Number, 90, "negentig"),

        new(Sense.RelativeDay, -1, "gisteren"),
        new(Sense.RelativeDay, 0, "vandaag"),
        new(Sense.RelativeDay, 1, "morgen"),
        new(Sense.RelativeDay, 2, "overmorgen"),
        new(Sense.Next, 0, "volgende|volgend"),
        new(Sense.This, 0, "deze|komende|komend|aanstaande|aanstaand|aankomende|eerstkomende|a.s."),
        new(Sense.End, 0, "eind|einde"),
        new(Sense.Holiday, 0, "feestdagen|feestdag|vrije dagen|officiele feestdagen|nationale feestdagen"),

        new(Sense.Every, 0, "elke|elk|iedere|ieder|alle|telkens|steeds"),
        new(Sense.EveryOther, 2, "om de|om het|elke andere|iedere andere|elk ander|om de andere"),
        new(Sense.EveryDays, 1, "dagelijks|dagelijkse"),
        .. WordEntry.FromOne(
            Sense.EveryWeeks, "wekelijks|wekelijkse|weekelijks", "tweewekelijks|tweewekelijkse|veertiendaags|veertiendaagse|14-daags",
            "driewekelijks|driewekelijkse", "vierwekelijks|vierwekelijkse"),
        new(Sense.EveryMonths, 1, "maandelijks|maandelijkse"),
        new(Sense.EveryMonths, 2, "tweemaandelijks|tweemaandelijkse"),
        new(Sense.EveryMonths, 3, "driemaandelijks|driemaandelijkse"),
        new(Sense.EveryQuarters, 1, "per kwartaal|ieder kwartaal|elk kwartaal"),
        new(Sense.EveryMonths, 6, "halfjaarlijks|halfjaarlijkse|elk half jaar|ieder half jaar|elk halfjaar"),
        new(Sense.EveryYears, 1, "jaarlijks|jaarlijkse"),
        new(Sense.TooOften, 0, "elk uur|ieder uur|elk half uur|elke minuut|per uur|elk kwartier"),
        new(Sense.ParityOfWeeks, 0, "even weken|even week|in de even weken"),
        new(Sense.ParityOfWeeks, 1, "oneven weken|oneven week|in de oneven weken"),
        new(Sense.Times, 0, "keer|maal|x|sessies|bijeenkomsten|afleveringen|herhalingen"),
        new(Sense.Once, 0, "eenmalig|eenmalige|eens|eenmaal"),
        new(Sense.Twice, 2, "tweemaal"),
        new(Sense.Twice, 3, "driemaal"),

        new(Sense.Minute, 0, "minuten|minuut|minuutjes|min|mins|m"),
        new(Sense.HourMark, 0, "uur|u|h"),
        new(Sense.HourLength, 0, "uren|uurtje"),
        new(Sense.Day, 0, "dag|dagen"),
        new(Sense.Week, 0, "week|weken|wk"),
        new(Sense.MonthUnit, 0, "maand|maanden|mnd"),
        new(Sense.QuarterYear, 0, "kwartaal|kwartalen"),
        new(Sense.Year, 0, "jaar|jaren"),
        new(Sense.LengthWord, 15, "kwartier|kwartiertje"),
        new(Sense.LengthWord, 30, "halfuur|halfuurtje|half uurtje"),
        new(Sense.LengthWord, 45, "drie kwartier|driekwartier|3 kwartier"),
        new(Sense.LengthWord, 75, "vijf kwartier|5 kwartier"),
        new(Sense.LengthWord, 90, "anderhalfuur"),

        new(Sense.Half, 0, "half|halve"),
        new(Sense.OneAndHalf, 0, "anderhalf|anderhalve"),
        new(Sense.Quarter, 0, "kwart"),
        new(Sense.Past, 0, "over|na"),
        new(Sense.Before, 0, "voor"),
        new(Sense.DayPart, (int)DayPart.Morning,
            "ochtend|ochtends|'s ochtends|s ochtends|sochtends|'s morgens|s morgens|smorgens|in de ochtend|voormiddag|"
            + "'s voormiddags|ochtenden"),
        new(Sense.DayPart, (int)DayPart.Afternoon,
            "middag|middags|'s middags|s middags|smiddags|in de middag|namiddag|'s namiddags|middagen"),
        new(Sense.DayPart, (int)DayPart.Evening, "avond|avonds|'s avonds|s avonds|savonds|in de avond|avonden"),
        new(Sense.DayPart, (int)DayPart.Night, "nacht|nachts|'s nachts|s nachts|snachts|in de nacht"),
        new(Sense.DayPart, (int)DayPart.Lunch,
            "tussen de middag|tussen de middagen|rond lunchtijd|lunchtijd|in de lunchpauze|rond de middag"),
        new(Sense.Midnight, 0, "middernacht"),
        new(Sense.Noon, 0, "twaalf uur 's middags|12 uur 's middags|12u 's middags"),

        new(Sense.At, 0, "om|@|rond|tegen"),
        new(Sense.On, 0, "op"),
        new(Sense.Of, 0, "van|vd|v/d|vh|v/h|der"),
        new(Sense.Per, 0, "per"),
        new(Sense.In, 0, "in|binnen"),
        new(Sense.From, 0, "tussen"),
        new(Sense.Starting, 0,
            "vanaf|ingaand|ingaande|met ingang van|m.i.v.|startend|startend op|te beginnen|te beginnen op|beginnend|beginnend op|"
            + "begint op|start op|eerste keer|voor het eerst op|eerstvolgende:"),
        new(Sense.Until, 0, "tot|tot aan"),
        new(Sense.Through, 0, "t/m|tm|tot en met|tot & met"),
        new(Sense.For, 0, "gedurende|voor de duur van|duurt|duur|duur van|duur:|lengte|lengte:"),
        new(Sense.And, 0, "en|&|+|alsook|plus"),
        new(Sense.Or, 0, "of"),
        new(Sense.Except, 0,
            "behalve|behalve op|uitgezonderd|uitgezonderd op|zonder|niet op|maar niet op|niet|maar niet|geen|met uitzondering van|"
            + "m.u.v."),
        new(Sense.Article, 0, "de|het|'t|t"),
        new(Sense.Filler, 0,
            "dit|lang|durend|durende|graag|plan|plannen|maak|inplannen|zet|doe|doen|we|wij|ik|wil|willen|kunnen|kan|mag|bij|"
            + "voortaan|altijd|dan|is|zijn|afspreken|spreken|af|ritueel|stipt|precies|circa|ca|ongeveer|keertje|opnieuw|ook|ergens|"
            + "een keertje|eerstvolgend|dus|nu|met z'n allen|zin in|nodig|heb|hebben|starten|begin|beginnen|houden|hou|doen we|laten|"
            + "samen|u|even|s.v.p.|aub|a.u.b.|alsjeblieft|klokke|klokslag|tijd|tijdstip|wanneer|herhaal|herhalen|herhalend|"
            + "terugkerend|vast|vaste|nieuwe|nieuw"),
        new(Sense.NameNoun, 0,
            "koffie|koffiemoment|koffiepauze|koffietijd|vrijdagkoffie|lunch|borrel|vrijdagmiddagborrel|vrijmibo|wandeling|wandelen|"
            + "overleg|teamoverleg|vergadering|dagstart|weekstart|dagopening|standup|stand-up|retro|retrospective|workshop|"
            + "brainstorm|kick-off|meeting|terugblik|bijpraten|bijpraat|bila|werkuur|teamlunch|thee|ontbijt|sessie|demo|intervisie|"
            + "stiltewerken|kennissessie|vragenuur|inloop|afspraak|check-in"),
    ];
}

namespace TeamsConnectBot.Core.Rituals.Phrases;

/// <summary>The sentence of each question, in both languages; {0} is the part of the phrase it is about.</summary>
internal static class QuestionText
{
    private static readonly Dictionary<QuestionKind, (string Dutch, string English)> Sentences = new()
    {
        [QuestionKind.NothingFound] = (
            "Wanneer is het? Schrijf bijvoorbeeld: elke vrijdag 15:30.",
            "When is it? Write for example: every Friday 15:30."),
        [QuestionKind.PhraseTooLong] = (
            "Dat is te lang om te lezen. Wanneer is het, in één zin?",
            "That is too long to read. When is it, in one sentence?"),
        [QuestionKind.UnknownWords] = ("Wat bedoel je met ‘{0}’?", "What do you mean by ‘{0}’?"),
        [QuestionKind.WhichWord] = ("Wat bedoel je met ‘{0}’?", "What do you mean by ‘{0}’?"),
        [QuestionKind.WhichDay] = ("Op welke dag?", "On which day?"),
        [QuestionKind.WhichTime] = ("Hoe laat?", "At what time?"),
        [QuestionKind.MorningOrAfternoon] = ("Op welk moment van de dag is ‘{0}’?", "At which time of day is ‘{0}’?"),
        [QuestionKind.WhichHalfHour] = ("Welke van deze twee bedoel je?", "Which of these two do you mean?"),
        [QuestionKind.RangeOrBeforeTheHour] = (
            "Is ‘{0}’ van het ene uur tot het andere, of minuten voor het uur?",
            "Is ‘{0}’ from one hour to the other, or minutes before the hour?"),
        [QuestionKind.NoSuchTime] = ("‘{0}’ is geen tijd. Hoe laat?", "‘{0}’ is not a time. At what time?"),
        [QuestionKind.OneTimeOnly] = ("Een ritueel heeft één tijd. Welke van ‘{0}’?", "A ritual has one time. Which of ‘{0}’?"),
        [QuestionKind.HowLong] = (
            "Hoe lang duurt het? Je schreef ‘{0}’. Het kan van 1 minuut tot 12 uur.",
            "How long does it last? You wrote ‘{0}’. It can be from 1 minute to 12 hours."),
        [QuestionKind.EndsBeforeItBegins] = (
            "‘{0}’ eindigt voordat het begint. Hoe is het bedoeld?",
            "‘{0}’ ends before it begins. How is it meant?"),
        [QuestionKind.NoSuchDate] = ("‘{0}’ bestaat niet. Welke dag?", "‘{0}’ does not exist. Which day?"),
        [QuestionKind.DayOrMonthFirst] = ("Welke dag is ‘{0}’?", "Which day is ‘{0}’?"),
        [QuestionKind.DateHasPassed] = ("‘{0}’ is al geweest. Welke dag dan?", "‘{0}’ has passed. Which day instead?"),
        [QuestionKind.DayAndDateDiffer] = (
            "Bij ‘{0}’ horen de dag en de datum niet bij elkaar. Welke klopt?",
            "In ‘{0}’ the day and the date do not match. Which one is right?"),
        [QuestionKind.WhichWeek] = ("Welke week is ‘{0}’?", "Which week is ‘{0}’?"),
        [QuestionKind.HowOften] = ("Hoe vaak is ‘{0}’?", "How often is ‘{0}’?"),
        [QuestionKind.WhichDayOfMonth] = ("Op welke dag van de maand, bij ‘{0}’?", "On which day of the month, for ‘{0}’?"),
        [QuestionKind.Contradiction] = ("‘{0}’ past niet bij de rest. Wat geldt?", "‘{0}’ does not go with the rest. Which one counts?"),
        [QuestionKind.LastDateIncluded] = ("‘{0}’: telt die laatste nog mee?", "‘{0}’: does that last one still count?"),
        [QuestionKind.NotPossible] = (
            "‘{0}’ kan een ritueel niet. Is dit ook goed?",
            "A ritual cannot do ‘{0}’. Is this all right instead?"),
        [QuestionKind.NeverHappens] = ("‘{0}’ is voorbij voordat het begint. Tot wanneer?", "‘{0}’ is over before it begins. Until when?"),
    };

    /// <summary>The sentence about a part of the phrase.</summary>
    public static string Of(QuestionKind kind, string piece, Language language)
    {
        var (dutch, english) = Sentences[kind];
        return language.Pick(dutch, english).Replace("{0}", piece, StringComparison.Ordinal);
    }
}

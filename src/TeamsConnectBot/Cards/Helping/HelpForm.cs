namespace TeamsConnectBot.Cards.Helping;

/// <summary>The values of the form with which somebody asks a question, valid or not: what was typed is never lost.</summary>
/// <param name="Words">What it is about, on one line.</param>
/// <param name="Minutes">How long; null when what came was no number.</param>
/// <param name="Day">By which day, in the asker's zone; null when none was chosen.</param>
/// <param name="Time">By what time on that day; null for the end of the working day.</param>
/// <param name="Language">A two-letter code.</param>
internal sealed record HelpForm(string Words, int? Minutes, LocalDate? Day, LocalTime? Time, string Language)
{
    public const int LongestWords = 80;
    public const int ShortestMinutes = 10;
    public const int LongestMinutes = 60;
    public const int StepMinutes = 5;
    public const int UsualMinutes = 20;

    public static IEnumerable<int> Lengths => Enumerable.Range(0, (LongestMinutes - ShortestMinutes) / StepMinutes + 1)
        .Select(step => ShortestMinutes + step * StepMinutes);

    // Keeps the words out of logs.
    public override string ToString() => "the form of a question";
}

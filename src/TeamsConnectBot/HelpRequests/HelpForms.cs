using System.Globalization;
using NodaTime.Text;
using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Cards.Helping;
using TeamsConnectBot.Conversations;
using TeamsConnectBot.Core.HelpRequests;
using TeamsConnectBot.HelpRequests.Rows;
using TeamsConnectBot.Wording;

namespace TeamsConnectBot.HelpRequests;

/// <summary>Fills the form of a question from what was typed, from what a click sent, or from a question that was shown before.</summary>
internal static class HelpForms
{
    // A form with more would not fit on a card; nobody's question is that long by intention.
    private const int MostKept = 500;

    public static HelpForm Empty(HelpDeadlines deadlines, string language) =>
        new("", HelpForm.UsualMinutes, deadlines.UsualDay, null, language);

    public static HelpForm Of(HelpPhrase phrase, HelpDeadlines deadlines, string language) => new(
        Kept(phrase.Words), phrase.Minutes ?? HelpForm.UsualMinutes,
        phrase.Deadline is { } until ? DayOf(until, deadlines) : deadlines.UsualDay, phrase.Deadline?.Time, phrase.Language ?? language);

    public static HelpForm Of(HelpRequestRow row, HelpDeadlines deadlines)
    {
        var until = row.Deadline.InZone(deadlines.Zone);
        var isEndOfDay = deadlines.At(new HelpDeadline(until.Date, null)) == row.Deadline;
        return new(row.Words, row.Minutes, until.Date, isEndOfDay ? null : until.TimeOfDay, row.Language);
    }

    /// <returns>Null when the client sent none of the inputs.</returns>
    public static HelpForm? Of(Click click) => click.Input(Inputs.OwnWords) is null && click.Input(Inputs.HelpDay) is null
        ? null
        : new(
            Kept(OwnWords.OnOneLine(click.Input(Inputs.OwnWords))),
            int.TryParse(click.Input(Inputs.HelpMinutes), NumberStyles.None, CultureInfo.InvariantCulture, out var length) ? length : null,
            LocalDatePattern.Iso.Parse(click.Input(Inputs.HelpDay) ?? "") is { Success: true } day ? day.Value : null,
            ClockInput.Read(click.Input(Inputs.HelpTime)),
            click.Input(Inputs.HelpLanguage) ?? "");

    // A day off becomes the working day before it, so that the form can show it.
    private static LocalDate DayOf(HelpDeadline until, HelpDeadlines deadlines) =>
        until.Time is null ? deadlines.At(until).InZone(deadlines.Zone).Date : until.Day;

    private static string Kept(string words)
    {
        var line = OwnWords.OnOneLine(words);
        return line.Length <= MostKept ? line : line[..(char.IsHighSurrogate(line[MostKept - 1]) ? MostKept - 1 : MostKept)];
    }
}

using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Cards.Rituals;

/// <summary>
/// How to join a ritual: what is then stored, in words above the button, and the choice whether the calendar may be read when the team
/// looks for a better time. That is off by default.
/// </summary>
internal static class JoinParts
{
    public static IEnumerable<CardElement> Words(JoinTexts texts)
    {
        yield return Parts.Note(texts.Words);
        yield return new InputToggle { Id = Inputs.RitualCalendar, Label = texts.CalendarLabel, Title = texts.Calendar, Value = "false" };
    }

    /// <summary>The button to join, which also sends the choice about the calendar.</summary>
    public static ExecuteAction Button(JoinTexts texts, CardRef ritual) => Parts.Send(texts.Join, Verbs.RitualJoin, ritual);
}

/// <param name="Words">What taking part means, and what is stored for it.</param>
/// <param name="Calendar">What is read when the choice is on, when and how far ahead; and that nothing is read during a pause.</param>
internal sealed record JoinTexts(string Join, string Words, string CalendarLabel, string Calendar);

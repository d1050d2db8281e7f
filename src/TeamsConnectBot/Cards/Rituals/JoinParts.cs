using TeamsConnectBot.BotFramework.Cards.Actions;
using TeamsConnectBot.BotFramework.Cards.Elements;
using TeamsConnectBot.BotFramework.Cards.Inputs;
using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Cards.Rituals;

/// <summary>
/// How somebody takes part in a ritual: what is kept then, in words beside the button, and the choice whether their calendar
/// counts when a better time is looked for. That is off until somebody turns it on.
/// </summary>
internal static class JoinParts
{
    public static IEnumerable<CardElement> Words(JoinTexts texts)
    {
        yield return Parts.Note(texts.Words);
        yield return new InputToggle { Id = Inputs.RitualCalendar, Label = texts.CalendarLabel, Title = texts.Calendar, Value = "false" };
    }

    /// <summary>Takes the choice along.</summary>
    public static ExecuteAction Button(JoinTexts texts, CardRef ritual) => Parts.Send(texts.Join, Verbs.RitualJoin, ritual);
}

/// <param name="Words">What taking part means, and what is kept for it.</param>
/// <param name="Calendar">What is read of whoever turns it on: what, when, how far ahead, and never in a pause.</param>
internal sealed record JoinTexts(string Join, string Words, string CalendarLabel, string Calendar);

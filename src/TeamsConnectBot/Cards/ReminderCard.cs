using TeamsConnectBot.BotFramework.Cards;
using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Cards;

/// <summary>Shortly before a connection.</summary>
internal sealed record ReminderCard(Meeting Meeting) : Card
{
    public override string Summary(Texts texts) => texts.Reminder.Summary;

    protected override IEnumerable<CardElement> Body(Reader reader)
    {
        yield return Parts.Heading(reader.Texts.Reminder.Heading.With(("meeting", Meeting.Title(reader.Texts))));
        yield return Meeting.Facts(reader);
        yield return Meeting.Buttons(reader.Texts);
    }
}

internal sealed record ReminderTexts(string Summary, Template Heading);

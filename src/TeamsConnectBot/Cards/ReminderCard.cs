using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Cards;

/// <summary>Sent shortly before a meeting.</summary>
internal sealed record ReminderCard(MeetingDetails Meeting) : Card
{
    public override string Summary(Texts texts) => texts.Reminder.Summary;

    protected override IEnumerable<CardElement> Body(Reader reader)
    {
        yield return Parts.Heading(reader.Texts.Reminder.Heading.With(("meeting", Meeting.Title(reader.Texts))));
        foreach (var element in Meeting.WhenAndWhere(reader))
        {
            yield return element;
        }

        foreach (var element in Meeting.Buttons(reader))
        {
            yield return element;
        }
    }
}

internal sealed record ReminderTexts(string Summary, Template Heading);

using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Cards;

/// <summary>
/// Somebody's own appointments: the coming ones with a way to change them, and how often they met somebody in the past year. Whom they
/// met is not listed: meetings are kept so that the same people are not matched too soon, not to look them up.
/// </summary>
/// <param name="Meetings">Coming meetings whose names everybody in them knows, in chronological order.</param>
/// <param name="Others">The next time of other things the person takes part in, in chronological order.</param>
/// <param name="TimesMet">How often they met somebody, as far as that is kept.</param>
internal sealed record AppointmentsCard(
    IReadOnlyList<MeetingDetails> Meetings, IReadOnlyList<NamedTime> Others, int TimesMet) : Card
{
    public override Audience Audience => Audience.AskerOnly;

    public override string Summary(Texts texts) => texts.Appointments.Summary;

    protected override IEnumerable<CardElement> Body(Reader reader)
    {
        var texts = reader.Texts.Appointments;
        yield return Parts.Heading(texts.Heading);
        if (Meetings.Count == 0)
        {
            yield return Parts.Line(reader.Texts.State.NoMeeting.Line);
        }

        foreach (var element in Meetings.SelectMany(meeting => Coming(meeting, reader)))
        {
            yield return element;
        }

        if (Others.Count > 0)
        {
            yield return Parts.SubHeading(texts.Rituals);
            yield return Parts.Bullets(Others.Select(other => texts.Ritual.With(
                ("name", MarkdownText.Escape(other.Name)), ("when", reader.Moments.Long(other.Slot)))));
        }

        if (TimesMet > 0)
        {
            yield return Parts.Note(texts.Met.With(TimesMet));
        }
    }

    private static IEnumerable<CardElement> Coming(MeetingDetails meeting, Reader reader) =>
    [
        Parts.SubHeading(meeting.Title(reader.Texts)),
        .. meeting.WhenAndWhere(reader),
        .. meeting.Buttons(reader, reader.Texts.Appointments.Change),
    ];
}

/// <summary>When something with a name given by people takes place.</summary>
internal sealed record NamedTime(string Name, Interval Slot)
{
    // Keeps the name out of logs.
    public override string ToString() => "a named time";
}

internal sealed record AppointmentsTexts(string Summary, string Heading, string Rituals, Template Ritual, Plural Met, string Change);

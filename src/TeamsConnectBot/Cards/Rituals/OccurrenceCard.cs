using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Cards.Rituals;

/// <summary>The state of an occurrence of a ritual.</summary>
internal enum OccurrencePhase
{
    Coming, Off, Over,
}

/// <summary>
/// The next occurrence of a ritual, in its channel. It names the host and whoever chose to be named; it says nothing about anybody
/// else, and counts nobody.
/// </summary>
/// <param name="Ritual">The ritual it belongs to, for whoever wants to join.</param>
/// <param name="Host">Null while nobody hosts.</param>
/// <param name="Coming">Whoever chose to be named.</param>
internal sealed record OccurrenceCard(
    CardRef Ref, CardRef Ritual, string Name, Interval Time, Colleague? Host, IReadOnlyList<string> Agenda, IReadOnlyList<Colleague> Coming,
    OccurrencePhase Phase) : Card
{
    public override string Summary(Texts texts) => texts.Ritual.Occurrence.Summary;

    protected override IEnumerable<CardElement> Body(Reader reader)
    {
        var texts = reader.Texts.Ritual.Occurrence;
        yield return Parts.Heading(MarkdownText.Escape(Name));
        yield return Parts.Strong(reader.Moments.Long(Time));
        if (Phase != OccurrencePhase.Coming)
        {
            yield return Parts.Line(Phase == OccurrencePhase.Off ? texts.Off : texts.Over);
            yield break;
        }

        yield return Parts.Tight(Host is null ? texts.NoHost : texts.Host.With(("name", Host.Shown(reader.Texts))));
        if (Agenda.Count > 0)
        {
            yield return Parts.SubHeading(reader.Texts.Ritual.Agenda);
            yield return Parts.Bullets(Agenda);
        }

        if (Coming.Count > 0)
        {
            yield return Parts.Line(texts.Coming.With(("names", Colleague.NamesOf(Coming, reader.Texts))));
        }

        yield return Parts.Buttons(
            Parts.Button(texts.Come, Verbs.OccurrenceCome, Ref), Parts.Button(texts.TakeTurn, Verbs.OccurrenceTakeTurn, Ref));
        var remove = Parts.Button(texts.RemoveName, Verbs.OccurrenceRemoveName, Ref);
        yield return Host is null
            ? Parts.MoreButtons(remove)
            : Parts.MoreButtons(remove, Parts.Button(texts.PassOn, Verbs.OccurrencePassOn, Ref));
        yield return Parts.Note(reader.Texts.Ritual.Join.Words);
        yield return Parts.MoreButtons(Parts.Button(reader.Texts.Ritual.Join.Join, Verbs.RitualJoin, Ritual));
    }
}

internal sealed record OccurrenceTexts(
    string Summary, Template Host, string NoHost, Template Coming, string Come, string TakeTurn, string PassOn, string RemoveName,
    string Off, string Over);

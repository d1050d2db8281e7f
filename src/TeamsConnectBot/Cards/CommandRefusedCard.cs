using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Cards;

/// <summary>Who may do what this person asked for.</summary>
internal enum WhoCan
{
    Participants, TeamOwners, Admins, WorksCouncil,
}

/// <summary>A refusal that says who may use the command.</summary>
/// <param name="Command">The command's own words, not what was typed; null for a click on a card that everybody sees.</param>
/// <param name="People">The people who may use the command, if their names are public in the organisation; may be empty.</param>
/// <param name="IsOwnStop">Whether the person may have wanted to stop participating; then the card explains how.</param>
internal sealed record CommandRefusedCard(string? Command, WhoCan WhoCan, IReadOnlyList<Colleague> People, bool IsOwnStop = false) : Card
{
    // A team need not read what somebody was refused.
    public override Audience Audience => Audience.AskerOnly;

    public override string Summary(Texts texts) => texts.CommandRefused.Summary;

    protected override IEnumerable<CardElement> Body(Reader reader)
    {
        var texts = reader.Texts.CommandRefused;
        yield return Parts.Heading(texts.Heading);
        yield return Parts.Line(Command is null ? texts.OwnersDecide : texts.For(WhoCan).With(("command", MarkdownText.Escape(Command))));
        if (IsOwnStop)
        {
            yield return Parts.Line(texts.StopOneself);
        }

        if (People.Count > 0)
        {
            yield return Parts.Line(texts.Ask.With(("names", Colleague.NamesOf(People, reader.Texts))));
        }
    }
}

internal sealed record CommandRefusedTexts(
    string Summary, string Heading, Template Participants, Template TeamOwners, string OwnersDecide, Template Admins, Template WorksCouncil,
    string StopOneself, Template Ask)
{
    public Template For(WhoCan who) => EnumTexts.Of<Template>(this, who);
}

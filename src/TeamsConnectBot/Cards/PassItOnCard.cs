using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Cards;

/// <summary>
/// Explains the app to somebody who does not have it yet. It is meant to be forwarded: without an id, a nonce or a word about whoever
/// asked for it, a copy reveals nothing and can do nothing.
/// </summary>
/// <param name="Host">Who answers questions.</param>
/// <param name="Link">Where Teams installs it; null when the organisation gave no link.</param>
internal sealed record PassItOnCard(PoolHost Host, Uri? Link) : Card
{
    public override string Summary(Texts texts) => texts.PassItOn.Summary;

    protected override IEnumerable<CardElement> Body(Reader reader)
    {
        var texts = reader.Texts.PassItOn;
        yield return Parts.Heading(texts.Heading);
        yield return Parts.Line(texts.What);
        yield return Parts.Line(texts.Promise);
        yield return Parts.Line(texts.How);
        yield return Parts.Note(texts.Questions.With(("name", MarkdownText.Escape(Host.Name))));
        if (Link is null)
        {
            yield break;
        }

        yield return Parts.Note(Link.AbsoluteUri);
        yield return Parts.Buttons(Parts.Link(texts.Open, Link));
    }
}

internal sealed record PassItOnTexts(
    string Summary, string Heading, string What, string Promise, string How, Template Questions, string Open);

using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Cards;

/// <summary>Tells a member of the works council that something waits for it.</summary>
/// <param name="What">What waits: the name of a rule or of a setting.</param>
/// <param name="Page">Where it is decided; null while the page has no address of its own.</param>
internal sealed record ApprovalWaitsCard(string What, Uri? Page) : Card
{
    public override string Summary(Texts texts) => texts.Office.Waits.Heading;

    protected override IEnumerable<CardElement> Body(Reader reader)
    {
        var texts = reader.Texts.Office.Waits;
        yield return Parts.Heading(texts.Heading);
        yield return Parts.Line(texts.Line.With(("what", MarkdownText.Escape(What))));
        yield return Parts.Note(texts.Off);
        if (Page is { } page)
        {
            yield return Parts.Buttons(Parts.Link(texts.Open, page));
        }
    }
}

/// <summary>The words of that message.</summary>
internal sealed record ApprovalWaitsTexts(string Heading, Template Line, string Open, string Off);

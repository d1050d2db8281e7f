using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Cards.Helping;

/// <summary>Tells the asker, at the announced moment, that nobody was found. It is the same whatever the cause.</summary>
/// <param name="Host">The pool's host; without an address there is no link.</param>
internal sealed record NobodyFoundCard(Colleague Host) : Card
{
    public override string Summary(Texts texts) => texts.Helping.NoteSummary;

    protected override IEnumerable<CardElement> Body(Reader reader)
    {
        var texts = reader.Texts.Helping.NobodyFound;
        yield return Parts.Heading(texts.Heading);
        yield return Parts.Line(texts.Line.With(("host", Host.Shown(reader.Texts))));
        if (Colleague.ChatLink(reader.Cloud, [Host]) is { } chat)
        {
            yield return Parts.Buttons(Parts.Link(reader.Texts.Common.OpenChat, chat));
        }
    }
}

/// <summary>Tells the asker that the question is with the host, because too few people could be asked.</summary>
internal sealed record QuestionWithHostCard(Colleague Host, HelpQuestion Question) : Card
{
    public override string Summary(Texts texts) => texts.Helping.NoteSummary;

    protected override IEnumerable<CardElement> Body(Reader reader)
    {
        var texts = reader.Texts.Helping.WithHost;
        yield return Parts.Heading(texts.Heading.With(("host", Host.Shown(reader.Texts))));
        yield return Question.Quoted();
        yield return Parts.Line(texts.Line.With(("host", Host.Shown(reader.Texts))));
        if (Colleague.ChatLink(reader.Cloud, [Host]) is { } chat)
        {
            yield return Parts.Buttons(Parts.Link(reader.Texts.Common.OpenChat, chat));
        }
    }
}

internal sealed record NobodyFoundTexts(string Heading, Template Line);

internal sealed record WithHostTexts(Template Heading, Template Line);

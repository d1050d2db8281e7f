using TeamsConnectBot.BotFramework.Cards;
using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Cards;

/// <summary>After stopping: nothing is read or sent any more; erasing everything is a choice of its own.</summary>
internal sealed record StoppedCard(CardRef Ref) : Card
{
    public override string Summary(Texts texts) => texts.Stopped.Summary;

    protected override IEnumerable<CardElement> Body(Reader reader)
    {
        var texts = reader.Texts.Stopped;
        yield return Parts.Heading(texts.Heading);
        yield return Parts.Line(texts.Line);
        yield return Parts.Note(texts.Kept);
        yield return Parts.Buttons(Parts.Button(texts.Join, Verbs.ShowWelcome, Ref));
        yield return Parts.MoreButtons(Parts.Button(texts.Forget, Verbs.AskForget, Ref));
    }
}

internal sealed record StoppedTexts(string Summary, string Heading, string Line, string Kept, string Forget, string Join);

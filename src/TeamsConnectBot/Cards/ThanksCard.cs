using TeamsConnectBot.BotFramework.Cards.Elements;
using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Cards;

internal enum Afterwards
{
    Met,
    AgainPlease,
    DidNotMeet,
}

/// <summary>After 'did you meet'. Thanking somebody is for people: the button only opens the chat.</summary>
internal sealed record ThanksCard(Afterwards Answer, IReadOnlyList<Colleague> Others) : Card
{
    public override string Summary(Texts texts) => texts.Thanks.Summary;

    protected override IEnumerable<CardElement> Body(Reader reader)
    {
        var texts = reader.Texts.Thanks;
        yield return Parts.Line(Answer switch
        {
            Afterwards.Met => texts.Met,
            Afterwards.AgainPlease => texts.AgainPlease,
            _ => texts.DidNotMeet,
        });
        if (Answer != Afterwards.DidNotMeet && Colleagues.Chat(Others) is { } chat)
            yield return Parts.Buttons(Parts.Link(texts.SayThanks, chat));
    }
}

internal sealed record ThanksTexts(string Summary, string Met, string AgainPlease, string DidNotMeet, string SayThanks);

using TeamsConnectBot.BotFramework.Cards.Elements;
using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Cards;

/// <summary>What an old card turned into.</summary>
internal enum PointerKind
{
    /// <summary>There is an outcome, whatever it is, in a newer message.</summary>
    News,

    /// <summary>The answers are in and this person gave none.</summary>
    Closed,
    Moved,
    Off,
    Over,
    Answered,
    Joined,
    Left,
}

/// <summary>One short line in place of an old card. Editing notifies nobody, so news itself is a new message.</summary>
internal sealed record PointerCard(PointerKind Kind) : Card
{
    public override string Summary(Texts texts) => texts.Pointer.For(Kind);

    protected override IEnumerable<CardElement> Body(Reader reader)
    {
        yield return Parts.Note(reader.Texts.Pointer.For(Kind));
    }
}

internal sealed record PointerTexts(
    string News, string Closed, string Moved, string Off, string Over, string Answered, string Joined, string Left)
{
    public string For(PointerKind kind) => kind switch
    {
        PointerKind.News => News,
        PointerKind.Closed => Closed,
        PointerKind.Moved => Moved,
        PointerKind.Off => Off,
        PointerKind.Over => Over,
        PointerKind.Answered => Answered,
        PointerKind.Joined => Joined,
        PointerKind.Left => Left,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No texts for this kind."),
    };
}

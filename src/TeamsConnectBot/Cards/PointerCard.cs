using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Cards;

/// <summary>What the line that replaces an old card says.</summary>
internal enum PointerKind
{
    /// <summary>A newer message has the outcome, whatever it is.</summary>
    News,

    /// <summary>Answers are closed and this person gave none.</summary>
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
    public string For(PointerKind kind) => EnumTexts.Of<string>(this, kind);
}

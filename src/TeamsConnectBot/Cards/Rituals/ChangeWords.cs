using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Cards.Rituals;

/// <summary>What can be changed about a ritual.</summary>
internal enum ChangeWords
{
    Create, Move, MoveOnce, Skip, Pause, Resume, End,
}

/// <param name="Asked">The question before it happens.</param>
/// <param name="Done">The confirmation after it happened.</param>
/// <param name="Calendar">What happens in the calendars of those who take part.</param>
/// <param name="Undone">The confirmation after it was undone.</param>
internal sealed record ChangeTexts(Template Asked, Template Done, string Calendar, Template Undone);

internal sealed record ChangesTexts(
    ChangeTexts Create, ChangeTexts Move, ChangeTexts MoveOnce, ChangeTexts Skip, ChangeTexts Pause, ChangeTexts Resume, ChangeTexts End)
{
    public ChangeTexts For(ChangeWords what) => EnumTexts.Of<ChangeTexts>(this, what);
}

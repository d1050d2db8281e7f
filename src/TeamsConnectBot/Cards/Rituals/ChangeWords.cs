using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Cards.Rituals;

/// <summary>What can be changed about a ritual, as cards word it.</summary>
internal enum ChangeWords
{
    Create,
    Move,
    MoveOnce,
    Skip,
    Pause,
    Resume,
    End,
}

/// <param name="Asked">Before it happens.</param>
/// <param name="Done">After it did.</param>
/// <param name="Calendar">What becomes of it in the calendars of those who take part.</param>
/// <param name="Undone">After it was undone.</param>
internal sealed record ChangeTexts(Template Asked, Template Done, string Calendar, Template Undone);

internal sealed record ChangesTexts(
    ChangeTexts Create, ChangeTexts Move, ChangeTexts MoveOnce, ChangeTexts Skip, ChangeTexts Pause, ChangeTexts Resume, ChangeTexts End)
{
    public ChangeTexts For(ChangeWords what) => what switch
    {
        ChangeWords.Create => Create,
        ChangeWords.Move => Move,
        ChangeWords.MoveOnce => MoveOnce,
        ChangeWords.Skip => Skip,
        ChangeWords.Pause => Pause,
        ChangeWords.Resume => Resume,
        ChangeWords.End => End,
        _ => throw new ArgumentOutOfRangeException(nameof(what), what, "No texts for this change."),
    };
}

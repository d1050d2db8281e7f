namespace TeamsConnectBot.Core.Meetings;

/// <summary>
/// A sentence that somebody who calls a meeting off may choose for the other person, who then knows who called it off. None of them gives
/// a reason of health, and there is no free text.
/// </summary>
public enum CallOffSentence
{
    /// <summary>Something came up.</summary>
    SomethingCameUp,

    /// <summary>It is too busy now.</summary>
    TooBusy,

    /// <summary>The meeting before it is not over yet.</summary>
    RunningOver,

    /// <summary>Rather another time.</summary>
    AnotherTime,
}

namespace TeamsConnectBot.Core.HelpRequests;

/// <summary>What a transition of a question requires, in the same transaction.</summary>
public enum HelpRequestEffect
{
    /// <summary>Plan the waves and the announced moment.</summary>
    PlanWaves,

    /// <summary>Go on with the waves that were planned and are still to come.</summary>
    ResumeWaves,

    /// <summary>Ask nobody else.</summary>
    StopWaves,

    /// <summary>Give the question to the pool's host, with its author's name.</summary>
    TellHost,

    /// <summary>Make the meeting of asker and helper, and arrange it.</summary>
    MakeMeeting,

    /// <summary>Call off the meeting that is still being arranged.</summary>
    DropMeeting,

    /// <summary>Show everybody else who was asked that it is taken care of, without saying by whom.</summary>
    ShowTakenCareOf,

    /// <summary>Show everybody who was asked that it is no longer needed.</summary>
    ShowNoLongerNeeded,

    /// <summary>Tell the asker, in the one text for every cause, that nobody was found, and whom they may ask.</summary>
    TellNotTaken,

    /// <summary>Ask the asker whether it helped.</summary>
    AskWhetherItHelped,

    /// <summary>The time after which the words are erased begins.</summary>
    BeginForgetting,
}

using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Page;

/// <summary>Moves the clock for the page, with everything that falls due done on the way.</summary>
internal interface ISandboxControl
{
    DateTimeOffset Now { get; }

    /// <summary>What happens next, for the line under the clock; null when that is not known.</summary>
    NextHint? NextHint { get; }

    /// <summary>Completes when the clock has reached the new time and everything that fell due is done.</summary>
    Task AdvanceAsync(TimeSpan by, CancellationToken cancellation);

    /// <summary>Advances to the next thing a user of the page would notice.</summary>
    Task AdvanceToNextEventAsync(CancellationToken cancellation);

    /// <summary>Advances to the morning of the next round, so that every report until then has been read.</summary>
    Task AdvancePastReportsAsync(CancellationToken cancellation);

    /// <summary>From now on, the user of the page acts for these people and for nobody else. Called with every view.</summary>
    void SitDown(IReadOnlyCollection<Person> people);
}

/// <summary>What happens next, and when.</summary>
/// <param name="At">On the simulated clock.</param>
/// <param name="Kind">
/// One of <c>round</c>, <c>invitations</c>, <c>settle</c>, <c>reminder</c>, <c>didYouMeet</c>, <c>ritual</c>; for any other value
/// only the time is shown.
/// </param>
internal sealed record NextHint(DateTimeOffset At, string? Kind);

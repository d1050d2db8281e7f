using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Page;

/// <summary>What the page may ask of whoever started the service: to let time pass, with everything due on the way done.</summary>
internal interface ISandboxControl
{
    DateTimeOffset Now { get; }

    /// <summary>What comes next, for the line under the clock; null when that is not known.</summary>
    NextHint? NextHint { get; }

    /// <summary>Whether <see cref="StartRoundAsync"/> may be called; the page leaves the button out otherwise.</summary>
    bool CanStartRound { get; }

    /// <summary>Ends when the clock stands at the new time and what became due is done.</summary>
    Task AdvanceAsync(TimeSpan by, CancellationToken cancellation);

    /// <summary>Moves to the next thing somebody would notice; does nothing when nothing is planned.</summary>
    Task AdvanceToNextEventAsync(CancellationToken cancellation);

    /// <summary>Whoever looks at the page acts for these people from now on, and for nobody else; told again with every view.</summary>
    void SitDown(IReadOnlyCollection<Person> people);

    Task StartRoundAsync(CancellationToken cancellation);
}

/// <summary>When the next thing happens, and what.</summary>
/// <param name="At">On the business clock.</param>
/// <param name="Kind">One of <c>round</c>, <c>invitations</c>, <c>settle</c>, <c>reminder</c>, <c>didYouMeet</c>, <c>ritual</c>; anything else shows only the time.</param>
internal sealed record NextHint(DateTimeOffset At, string? Kind);

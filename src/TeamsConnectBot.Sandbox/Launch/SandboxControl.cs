using TeamsConnectBot.Sandbox.Page;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Launch;

/// <summary>What the page's clock does.</summary>
internal sealed class SandboxControl(SandboxTenant tenant) : ISandboxControl
{
    private static readonly TimeSpan FurthestEvent = TimeSpan.FromDays(8);

    private ClockDriver? clock;
    private IReadOnlyCollection<Person> chairs = [];

    /// <summary>Told whose chairs somebody sits in.</summary>
    public Action<IReadOnlyCollection<Person>> ChairsTaken { get; set; } = _ => { };

    public void SitDown(IReadOnlyCollection<Person> people)
    {
        chairs = people;
        ChairsTaken(people);
    }

    public DateTimeOffset Now => tenant.Clock.GetUtcNow();

    public NextHint? NextHint =>
        clock?.NextPlanned is { } next ? new NextHint(next.At, next.IsRound ? "round" : null) : null;

    public bool CanStartRound => false;

    /// <summary>The page may be asked before the service runs.</summary>
    public void Connect(ClockDriver driver) => clock = driver;

    public Task AdvanceAsync(TimeSpan by, CancellationToken cancellation) => Driver.AdvanceToAsync(Now + by, null, cancellation);

    public Task AdvanceToNextEventAsync(CancellationToken cancellation)
    {
        var before = Shown();
        return Driver.AdvanceToAsync(Now + FurthestEvent, () => Shown() > before, cancellation);
    }

    public Task StartRoundAsync(CancellationToken cancellation) => throw new NotSupportedException("Rounds start by the clock.");

    private ClockDriver Driver => clock ?? throw new InvalidOperationException("The service is still starting.");

    // What somebody at the page would notice: a new message from the bot, to one of the chairs or in a channel.
    private long Shown() => chairs.Select(person => (Conversation)tenant.Chats.Of(person)).Concat(tenant.Spaces.All)
        .Sum(conversation => conversation.Messages.Count(message => message.FromBot));
}

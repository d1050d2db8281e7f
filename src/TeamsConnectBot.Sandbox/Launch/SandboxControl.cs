using TeamsConnectBot.Sandbox.Page;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Launch;

/// <summary>What the page's clock does.</summary>
internal sealed class SandboxControl(SandboxTenant tenant) : ISandboxControl
{
    private static readonly TimeSpan FurthestEvent = TimeSpan.FromDays(8);

    private ClockDriver? clock;

    /// <summary>Told when somebody sits down in a person's chair.</summary>
    public Action<Person> ChairTaken { get; set; } = _ => { };

    public DateTimeOffset Now => tenant.Clock.GetUtcNow();

    public NextHint? NextHint => null;

    public bool CanStartRound => false;

    /// <summary>The page may be asked before the service runs.</summary>
    public void Connect(ClockDriver driver) => clock = driver;

    public Task AdvanceAsync(TimeSpan by, CancellationToken cancellation) => Driver.AdvanceToAsync(Now + by, null, cancellation);

    public Task AdvanceToNextEventAsync(CancellationToken cancellation)
    {
        var before = Shown();
        return Driver.AdvanceToAsync(Now + FurthestEvent, () => Shown() > before, cancellation);
    }

    public void TakeChair(Person person) => ChairTaken(person);

    public Task StartRoundAsync(CancellationToken cancellation) => throw new NotSupportedException("Rounds start by the clock.");

    private ClockDriver Driver => clock ?? throw new InvalidOperationException("The service is still starting.");

    // A new message from the bot, or a new event in a calendar: something people would notice.
    private long Shown() => tenant.Calendar.Created + tenant.Chats.All.Sum(chat => chat.Messages.Count(message => message.FromBot));
}

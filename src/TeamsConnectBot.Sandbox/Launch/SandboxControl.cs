using TeamsConnectBot.Sandbox.Page;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Launch;

/// <summary>Moves the clock for the page.</summary>
internal sealed class SandboxControl(SandboxTenant tenant) : ISandboxControl
{
    private static readonly TimeSpan FurthestEvent = TimeSpan.FromDays(8);

    // The service's rounds start on Mondays at nine, in Amsterdam.
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/Amsterdam"];
    private static readonly LocalTime BeforeTheRound = new(8, 30);

    private ClockDriver? clock;
    private IReadOnlyCollection<Person> chairs = [];

    /// <summary>Called with the people whose chairs are taken.</summary>
    public Action<IReadOnlyCollection<Person>> ChairsTaken { get; set; } = _ => { };

    public void SitDown(IReadOnlyCollection<Person> people)
    {
        chairs = people;
        ChairsTaken(people);
    }

    public DateTimeOffset Now => tenant.Clock.GetUtcNow();

    public NextHint? NextHint => clock?.NextPlanned is { } next ? new NextHint(next.At, next.IsRound ? "round" : null) : null;

    /// <summary>Connects the service's clock. The page may be opened before the service runs.</summary>
    public void Connect(ClockDriver driver) => clock = driver;

    public Task AdvanceAsync(TimeSpan by, CancellationToken cancellation) => Driver.AdvanceToAsync(Now + by, null, cancellation);

    public Task AdvancePastReportsAsync(CancellationToken cancellation)
    {
        var monday = tenant.Now.InZone(Zone).Date.Next(IsoDayOfWeek.Monday);
        var target = Zone.AtLeniently(monday.At(BeforeTheRound)).ToDateTimeOffset().ToUniversalTime();
        return Driver.AdvanceToAsync(target, null, cancellation);
    }

    public Task AdvanceToNextEventAsync(CancellationToken cancellation)
    {
        var before = CountMessages();
        return Driver.AdvanceToAsync(Now + FurthestEvent, () => CountMessages() > before, cancellation);
    }

    private ClockDriver Driver => clock ?? throw new InvalidOperationException("The service is still starting.");

    // What a user of the page would notice: a new message from the bot, to one of the chairs or in a channel.
    private long CountMessages() => chairs.Select(person => (Conversation)tenant.Chats.Of(person)).Concat(tenant.Spaces.All)
        .Sum(conversation => conversation.Messages.Count(message => message.FromBot));
}

using NodaTime;
using TeamsConnectBot.Sandbox.Organisation;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Launch;

/// <summary>What was asked for on the command line.</summary>
internal sealed record SandboxRun
{
    // When an office opens: the first round is an hour or two later.
    private static readonly LocalTime DayBegins = new(7, 30);

    public int People { get; init; } = 60;

    /// <summary>A folder with an organisation; null makes one up.</summary>
    public string? Folder { get; init; }

    public DateOnly? Start { get; init; }

    public int Days { get; init; } = 70;

    public ulong Seed { get; init; } = 1;

    public double Yes { get; init; } = 0.6;

    public bool Messy { get; init; }

    public bool PreNamed { get; init; }

    public int Port { get; init; }

    public OrganisationData ReadOrganisation() => Folder is null ? GeneratedOrganisation.Create(People, Seed) : OrganisationFolder.Read(Folder);

    /// <summary>The moment the clock starts: the morning of the first day, in Amsterdam.</summary>
    public DateTimeOffset StartsAt(OrganisationData organisation, TimeProvider clock)
    {
        var day = Start is { } asked ? LocalDate.FromDateOnly(asked) : organisation.FirstDay ?? NextMonday(clock);
        return DateTimeZoneProviders.Tzdb["Europe/Amsterdam"].AtLeniently(day.At(DayBegins)).ToDateTimeOffset().ToUniversalTime();
    }

    private static LocalDate NextMonday(TimeProvider clock) =>
        Instant.FromDateTimeOffset(clock.GetUtcNow()).InUtc().Date.Next(IsoDayOfWeek.Monday);
}

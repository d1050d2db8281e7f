using TeamsConnectBot.Sandbox.Organisation;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Launch;

/// <summary>The options given on the command line.</summary>
internal sealed record SandboxRun
{
    public int People { get; init; } = 60;

    /// <summary>A folder with an organisation; null generates one.</summary>
    public string? Folder { get; init; }

    public DateOnly? Start { get; init; }

    /// <summary>The time of the first day at which the clock starts; by default just before office hours and the round.</summary>
    public LocalTime StartOfDay { get; init; } = new(7, 30);

    public int Days { get; init; } = 70;

    public ulong Seed { get; init; } = 1;

    public double Yes { get; init; } = 0.6;

    public bool Messy { get; init; }

    /// <summary>
    /// The share of people who let the service use their days with AI, in an organisation that agreed to the AI-week rules; null where
    /// nothing of that is switched on.
    /// </summary>
    public double? Ai { get; init; }

    /// <summary>
    /// The chance that a person asks colleagues something in a week, in an organisation that agreed to such questions; null where they
    /// are not switched on.
    /// </summary>
    public double? Asks { get; init; }

    public bool PreNamed { get; init; }

    public int Port { get; init; }

    /// <summary>Whether Teams refuses messages for one person in a channel.</summary>
    public bool RefusesTargeted { get; init; }

    public OrganisationData ReadOrganisation() =>
        Folder is null ? GeneratedOrganisation.Create(People, Seed) : OrganisationFolder.Read(Folder);

    /// <summary>The options for a tenant with this organisation.</summary>
    public SandboxOptions OptionsFor(OrganisationData organisation, TemporaryFolder folder) => new()
    {
        DataFolder = folder.Path, Organisation = organisation, Start = StartsAt(organisation, TimeProvider.System), Port = Port,
        RefusesTargetedMessages = RefusesTargeted,
    };

    /// <summary>The morning of the first day in Amsterdam: where the clock starts.</summary>
    public DateTimeOffset StartsAt(OrganisationData organisation, TimeProvider clock)
    {
        var day = Start is { } date ? LocalDate.FromDateOnly(date)
            : organisation.FirstDay ?? Instant.FromDateTimeOffset(clock.GetUtcNow()).InUtc().Date.Next(IsoDayOfWeek.Monday);
        return DateTimeZoneProviders.Tzdb["Europe/Amsterdam"].AtLeniently(day.At(StartOfDay)).ToDateTimeOffset().ToUniversalTime();
    }
}

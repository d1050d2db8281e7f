namespace TeamsConnectBot.Sandbox.Tenant;

/// <summary>A person in the organisation.</summary>
internal sealed record Person
{
    /// <summary>The organisation's own id, which can be any string.</summary>
    public required string Id { get; init; }

    /// <summary>The Entra object id.</summary>
    public required Guid ObjectId { get; init; }

    public required string Name { get; init; }

    public required string UserPrincipalName { get; init; }

    /// <summary>Null for a person without a mailbox.</summary>
    public required string? Mail { get; init; }

    public string? Department { get; init; }

    public string? Office { get; init; }

    /// <summary>The <see cref="Id"/> of the manager.</summary>
    public string? ManagerId { get; init; }

    /// <summary>A language tag, such as <c>nl-NL</c>.</summary>
    public required string Language { get; init; }

    /// <summary>An IANA zone.</summary>
    public required string Zone { get; init; }

    public ZoneForm ZoneForm { get; init; }

    public Weekdays RemoteDays { get; init; }

    public WorkSchedule WorkingHours { get; init; } = WorkSchedule.Office;

    public bool HasMailbox => Mail is not null;

    /// <summary>Whether the person has a Copilot licence, and therefore a row in the usage report.</summary>
    public bool HasLicence { get; init; }

    public bool Enabled { get; init; } = true;

    /// <summary>The date of joining the organisation; null when the directory doesn't have it.</summary>
    public LocalDate? HiredOn { get; init; }

    public DateTimeZone TimeZone => DateTimeZoneProviders.Tzdb.GetZoneOrNull(Zone) ?? DateTimeZone.Utc;

    /// <summary>The person's id in Teams (<c>29:…</c>), from which the object id can be read back.</summary>
    public string TeamsId => TeamsIds.OfPerson(ObjectId);
}

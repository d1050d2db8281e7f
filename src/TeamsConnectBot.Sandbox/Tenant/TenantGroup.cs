namespace TeamsConnectBot.Sandbox.Tenant;

/// <summary>An Entra group with its direct members, which can be groups too.</summary>
internal sealed record TenantGroup(Guid Id, string Name)
{
    public ImmutableArray<Person> Members { get; init; } = [];

    public ImmutableArray<Person> Owners { get; init; } = [];

    public ImmutableArray<Guid> Groups { get; init; } = [];
}

namespace TeamsConnectBot.Sandbox.Contracts;

/// <summary>An object of a public description: its properties with their types, its base included.</summary>
/// <param name="Name">As the description has it.</param>
/// <param name="Base">The type it extends; null for none.</param>
/// <param name="Properties">Its own and its base's, by name in any case.</param>
/// <param name="Navigations">What a query may expand.</param>
internal sealed record SchemaType(
    string Name, SchemaType? Base, IReadOnlyDictionary<string, string> Properties, IReadOnlyCollection<string> Navigations)
{
    public bool Is(SchemaType other) => this == other || Base?.Is(other) == true;

    // Records compare their members; types are the same when they are the same object.
    public bool Equals(SchemaType? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);
}

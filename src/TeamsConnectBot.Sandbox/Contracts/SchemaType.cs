namespace TeamsConnectBot.Sandbox.Contracts;

/// <summary>An object type of a public API description.</summary>
/// <param name="name">The name in the description.</param>
/// <param name="extends">The base type; null for none.</param>
/// <param name="properties">The types of its properties, including inherited ones, by case-insensitive name.</param>
/// <param name="navigations">The properties that a query may expand.</param>
internal sealed class SchemaType(
    string name, SchemaType? extends, IReadOnlyDictionary<string, string> properties, IReadOnlyCollection<string> navigations)
{
    public string Name => name;

    public IReadOnlyDictionary<string, string> Properties => properties;

    public IReadOnlyCollection<string> Navigations => navigations;

    public bool Is(SchemaType other) => this == other || extends?.Is(other) == true;
}

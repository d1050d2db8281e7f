namespace TeamsConnectBot.Sandbox.Contracts;

/// <summary>Something in JSON that its type does not have.</summary>
/// <param name="Path">Where, with dots and indices.</param>
/// <param name="Type">The type of the value, or for an unknown property the type that lacks it.</param>
/// <param name="Unknown">The name of the property, when it is unknown; null when its value is wrong.</param>
internal sealed record SchemaProblem(string Path, string Type, string? Unknown)
{
    /// <summary>The value that does not fit; null when it is an object or a list, or the name is unknown.</summary>
    public string? Value { get; init; }

    public override string ToString() => Unknown is null
        ? $"Cannot convert the value '{Value}' of '{Path}' to the expected type '{Type}'."
        : $"The property '{Unknown}' does not exist on type '{Type}'.";
}

namespace TeamsConnectBot.Sandbox.Contracts;

/// <summary>A property or value in JSON that its type does not allow.</summary>
/// <param name="Path">The path, with dots and indices.</param>
/// <param name="Type">The expected type of the value, or the type that does not declare the unknown property.</param>
/// <param name="Unknown">The name of an unknown property; null when the value is wrong.</param>
internal sealed record SchemaProblem(string Path, string Type, string? Unknown)
{
    /// <summary>The wrong value; null when it is an object or an array, or the property is unknown.</summary>
    public string? Value { get; init; }

    public override string ToString() => Unknown is null
        ? $"Cannot convert the value '{Value}' of '{Path}' to the expected type '{Type}'."
        : $"The property '{Unknown}' does not exist on type '{Type}'.";
}

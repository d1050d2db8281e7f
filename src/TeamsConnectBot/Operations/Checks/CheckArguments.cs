namespace TeamsConnectBot.Operations.Checks;

/// <summary>What the command line of <c>check</c> says.</summary>
internal sealed record CheckArguments
{
    /// <summary>Whether the result is printed as one JSON object.</summary>
    public bool IsJson { get; init; }

    /// <summary>The public host of the service; null to take it from the settings.</summary>
    public string? Domain { get; init; }

    /// <summary>The file of the Teams app package.</summary>
    public string? Package { get; init; }

    /// <summary>Sign-in names of people in a pool's group who agreed to be asked about.</summary>
    public IReadOnlyList<string> Members { get; init; } = [];

    /// <summary>Sign-in names of people outside every pool's group who agreed to be asked about.</summary>
    public IReadOnlyList<string> Outsiders { get; init; } = [];

    /// <summary>Settings of the service, as it takes them itself.</summary>
    public IReadOnlyList<string> Settings { get; init; } = [];
}

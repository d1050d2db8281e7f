namespace TeamsConnectBot.BotFramework.Cards.Elements;

/// <summary>A small table of names and values.</summary>
public sealed record FactSet : CardElement
{
    /// <summary>The rows.</summary>
    public required IReadOnlyList<Fact> Facts { get; init; }
}

/// <summary>One row of a <see cref="FactSet"/>. Both sides are markdown.</summary>
/// <param name="Title">What it is.</param>
/// <param name="Value">How it is.</param>
public sealed record Fact(string Title, string Value);

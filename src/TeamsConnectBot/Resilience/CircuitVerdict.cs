namespace TeamsConnectBot.Resilience;

/// <param name="IsOpen">Whether the circuit is open now.</param>
/// <param name="HasOpened">Whether this failure opened the circuit.</param>
/// <param name="Subjects">How many different subjects have failed in a row.</param>
internal readonly record struct CircuitVerdict(bool IsOpen, bool HasOpened, int Subjects);

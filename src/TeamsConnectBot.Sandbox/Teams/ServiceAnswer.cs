namespace TeamsConnectBot.Sandbox.Teams;

/// <summary>The service's HTTP response; the status is 0 when it could not be reached.</summary>
internal sealed record ServiceAnswer(int Status, string Body);

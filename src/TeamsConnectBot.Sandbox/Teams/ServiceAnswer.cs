namespace TeamsConnectBot.Sandbox.Teams;

/// <summary>The service's HTTP answer; status 0 when it could not be reached.</summary>
internal sealed record ServiceAnswer(int Status, string Body);

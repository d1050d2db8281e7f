using TeamsConnectBot.BotFramework.Authentication;

namespace TeamsConnectBot.Status;

/// <summary>Checks that Entra gives a token. The credential caches it, so the check is cheap.</summary>
internal abstract class TokenCheck(string part) : StatusCheck(part)
{
    public override PartFinding Failed(Exception failure) => EntraError.CodeOf(failure) is { } code
        ? new PartFinding(PartState.Down, "Refused") { Detail = code, Remedies = [code, $"{Part}.Refused"], Failure = failure }
        : new PartFinding(PartState.Down, "NoAnswer") { Remedies = [$"{Part}.NoAnswer"], Failure = failure };
}

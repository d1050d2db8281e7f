using Microsoft.Extensions.Options;

namespace TeamsConnectBot.BotFramework.Clouds;

/// <summary>Refuses an unknown cloud, and one in which Teams has no bots.</summary>
internal sealed class CloudOptionsValidator : IValidateOptions<CloudOptions>
{
    public ValidateOptionsResult Validate(string? name, CloudOptions options) => MicrosoftClouds.Find(options.Cloud) switch
    {
        null => ValidateOptionsResult.Fail(
            $"Cloud is '{options.Cloud}'; allowed are {string.Join(", ", MicrosoftClouds.All)}."),
        { } cloud when cloud.Lacks.TryGetValue(CloudFeature.Bots, out var reason) => ValidateOptionsResult.Fail(
            $"Cloud is '{cloud}', where the service cannot work: {reason}."),
        _ => ValidateOptionsResult.Success,
    };
}

using Microsoft.Extensions.Hosting;
using TeamsConnectBot.PersonalData;

namespace TeamsConnectBot.Tests.Privacy;

/// <summary>What the features of the service declare about the data they read and store.</summary>
internal static class Register
{
    public static IReadOnlyList<PersonalTable> Tables { get; }

    public static IReadOnlyList<OtherColumns> OtherColumns { get; }

    public static IReadOnlyList<DataCategory> Categories { get; }

    static Register()
    {
        using IDisposable service = ServiceHost.Build([]);
        var services = ((IHost)service).Services;
        Tables = [.. services.GetServices<PersonalTable>()];
        OtherColumns = [.. services.GetServices<OtherColumns>()];
        Categories = [.. services.GetServices<DataCategory>()];
    }
}

using System.Runtime.CompilerServices;

namespace TeamsConnectBot.Core.Rules;

/// <summary>Refuses a setting outside its range; the message has the setting, the value and the range.</summary>
internal static class Allowed
{
    public static T Within<T>(T value, T least, T most, [CallerMemberName] string setting = "")
        where T : IComparable<T> =>
        value.CompareTo(least) >= 0 && value.CompareTo(most) <= 0
            ? value
            : throw new ArgumentOutOfRangeException(setting, value, $"{setting} is {value}; it must lie within {least} … {most}.");
}

using System.Globalization;

namespace TeamsConnectBot.Core.Matching;

/// <summary>Refuses a value outside its range with a message that names the setting, the value and the range.</summary>
internal static class RuleRange
{
    public static int Check(int value, int least, int most, string name)
    {
        if (value >= least && value <= most)
        {
            return value;
        }

        throw new ArgumentOutOfRangeException(
            name, value, string.Create(CultureInfo.InvariantCulture, $"{name} is {value}; it lies within {least} … {most}."));
    }
}

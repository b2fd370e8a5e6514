namespace SenSupport.Pdf.Text.Unicode;

/// <summary>
/// Properties of characters, made from the Unicode Character Database 15.0.0 and Unicode's list of emoji 15.0, as Debian's package
/// unicode-data has them. Generated: run the Pdf tests with <c>SENSUPPORT_WRITE_UNICODE=1</c> to write it anew.
/// </summary>
internal static class UnicodeTables
{
    public const string Version = "15.0.0";

    /// <summary>The bidirectional type of every code point: runs as <see cref="CodePointTable"/> reads them.</summary>
    public const string BidiClasses =
        "CQkBCwEKAQsBDAEKDgkDCgELAQwCDQMFBQ0BBAEHAQQCBwoDAQcGDRoABg0aAAQNBgkBChoJAQcBDQQFBA0BAAINAQkCDQIFAgMBDQEAAw0BAwEABQ0XAAENHwABDcEDAAINBwAODQIA"
        + "Dg0FAAkNAQARDXAIBAACDQgAAQ0FAAINAQABDW4AAQ2MAQAHCIACAAENAgACDQEFAQEtCAEBAQgBAQIIAQECCAEBAQg4AQYGAg0BAgIFAQIBBwECAg0LCDACFQgKBgEFAgYDAgEIZQIH"
        + "CAEGAQ0GCAICAggBDQQIAgIKAxcCAQgeAhsIWwILCA8CKwEJCAIBBA0DAQEIGAEECAEBCQgBAQMIAQEFCCsBAwgEATACAgYGAggIKgIYCAEGIAg3AAEIAQABCAQACAgEAAEIAwAHCAoA"
        + "AggdAAEIOgABCAQABAgIAAEIFAACCA4AAgUHAAEFAgABCAIAAgg5AAEIBAACCAQAAggCAAMIAwABCB4AAggDAAEICwACCDkAAQgEAAUIAQACCAQAAQgUAAIIDQABBQgABggBAAEIOgAB"
        + "CAIAAQgBAAQICAABCAcAAggLAAIIHgABCD0AAQgMAAEIJQAGDQEFAQ0FAAEIAwABCDcAAQgBAAMIBQADCAEABAgHAAIICwACCBQABw0CAAEIOgABCA8AAggUAAIIHAACCDkAAggEAAQI"
        + "CAABCBQAAggdAAEISAABCAcAAwgBAAEIWgABCAIABwgEAAEFBwAICGIAAQgCAAkICwAHCEkAAggbAAEIAQABCAEAAQgEDTMADggBAAUIAQACCAUACwgBACQICQABCGYABAgBAAYIAQAC"
        + "CAIAAggZAAIIBAADCBAABAgNAAEIAgACCAYAAQgPAAEIvwUAAwgwAAoNZgABDf8EAAEMGgACDXUAAwgdAAIIHgACCB4AAghAAAIIAQAHCAgAAQgCAAsIBwABBQEAAQgSAAoNBgALDQMI"
        + "AQkBCHUAAggiAAEIdgADCAQAAggJAAEIBgADCAQAAQ0DAAINmAEAIg0XAAIIAgABCDoAAQgBAAcIAQABCAEAAQgCAAgIBgAKCAIAAQgwAB8IMQAECDAAAQgBAAUIAQABCAUAAQgoAAkI"
        + "DAACCCAABAgCAAIIAQADCDgAAQgBAAIIAwABCAEAAwg6AAgIAgACCJgBAAMIAQANCAEABwgEAAEIBgABCAMAAgjGAQBACL0DAAENAQADDQsAAw0NAAMNDQADDQ0AAg0BAAsMAwkBAAEB"
        + "GA0BDAEKAQ4BEAESAQ8BEQEHBQUPDQEHGg0BDAYJARMBFAEVARYGCQEDAwAGAwIEAw0BAAoDAgQDDREAMAUhCA8AAg0BAAQNAQACDQoAAQ0BAAMNBQAGDQEAAQ0BAAENAQABDQQAAQUL"
        + "AAINBAAFDQUABA0CABANKQADDQQAggENAQQBBaICDUUAGg0BAJEBDRkACw0VACgNFANOAMIDDQEA0wINgAIA9AQNAgAgDQEAaQ3lAQAGDQQAAwgHAAcNfwABCGAAIAheDSIAGg0BAFkN"
        + "DADWAQ0aAAwNBAABDAQNAwAZDQkABAgCAAENBQACDQUAAw1ZAAIIAg0DAAENWgABDcQBACQNOQACDTEAEA0cAAMNMgAPDQwABA2nAQAEDWMAAg0fAAENwDMAQA2QrQEANw3GAgADDV8A"
        + "BAgBDQoIAg0eAAIIUAACCA4AIg1mAAENeQABCAMAAQgEAAEIGQACCAEABA0BCAsAAgU6AAQNTAACCBoAEggNAAEIJgAICBkACwguAAMIMAABCAIABAgCAAIIJwABCEMABggCAAIIAgAC"
        + "CAwAAQgIAAEILwABCDMAAQgBAAMIAgACCAUAAggBAAEIKgACCAgAAQhzAAINeQABCAIAAQgEAAEIr54BAAEBAQgKAQEEJgHuAwISDX8CAQ0gCQ0CAw0QCAoNBgAQCCANAQcBDQEHAQAB"
        + "DQEHCQ0BBQINAgQDDQEAAQ0CBQENBACPAQIBCQEAAg0DBQUNAQQBBwEEAgcKAwEHBg0aAAYNGgALDXoAAgUDDQIFAQAHDQEACQkFDQIJgQIAAQ0+AE0NAwANDQMAAQ1cAAEI4gEAAQgb"
        + "A3oABQiFCQCfAgEBDeEBAQMIAQECCAUBBAgoAQMIBAEBCKUBAQIIUgEHDcADASQCBAgIAgoGBgKgAgEfBiwBAggTAT0CAwgwARYCCwgfAhIBBAh6AQEAAQg2AA8ICwAUDQoAAQgCAAII"
        + "CgADCDEABAgCAAIIBwABCD0AAwgkAAUIAQAICD4AAQgMAAIINAAJCAoABAgCAAEIXwADCAIAAQgBAAIIBgABCAIAAQidAQABCAMACAgVAAIIOQACCAMAAQglAAcIAwAFCMMBAAgIAgAD"
        + "CAEAAQgXAAEIVAAGCAEAAQgEAAIIAQACCO4BAAQIBgACCAEAAggbAAIIVQAICAIAAQgBAAIIHwANDT4AAQgBAAEIAgAGCAEAAQhlAAMIAgAECAEABQiDAgAJCAEAAgiAAgACCAEAAQgE"
        + "AAEIkAEABAgCAAIIBAABCCAABggCAAIIKAAGCAIABAgIAAEICQAGCAIAAwguAA0IAQACCJYDAAcIAQAGCFQAFggCAAcIAQACCAEAAgh6AAYIAwABCAEAAggBAAcIAQABCEgAAggDAAEI"
        + "AQABCNsCAAIICwACCDQABQgFAAEIAQABCJIBAAgNBAURDc4oAAEIBgAPCJptAAUIOwAHCJgIAAEIPwAECE8AAQ0BAAEIuJkBAAIIAQAECdwkAC4IAgAXCKAEAAMICQAICQgIAgAHCB4A"
        + "BAg7AAINFQBCDQMIAQ26AQBXDYQHAAENOQABDTkAAQ05AAENOQABDQoAMgOABAA3CAQAMggIAAEIDgABCBYABQgBAA8I0AoABwgBABEIAgAHCAEAAggBAAUIZAABCKABAAcI9wIAAQg9"
        + "AAQIDwABBewDAAQIkAYA0AEBBwhtAQcIpQYBUAJAAVACsAEB8AECAg0OAoACASwNBABkDQwADw0CAA8NAQAPDQEAJQ0KAAsDBQ0fAAENOgAGDT0AAQ2yAQAGDZoBANgHDQQAEQ0DAA0N"
        + "AwB3DQQAXw0GAAwNBAABDQ8ADA0EADgNCAAKDQYAKA0IAB4NAgACDU4A1AINDAAODQIADQ0DAAkNBwAuDQEABw0IAA4NBAAJDQcACQ0HAJMBDQEANw0lAAoDhAgAAgn+/wMAAgn+/wMA"
        + "Agn+/wMAAgn+/wMAAgn+/wMAAgn+/wMAAgn+/wMAAgn+/wMAAgn+/wMAAgn+/wMAAgn+/wMAAgn+/wMAggIJ8AEIkBwJ/t8DAAIJ/v8DAAIJ/v8DAAIJ";

    /// <summary>The line breaking class of every code point.</summary>
    public const string LineClasses =
        "CQcBAgEaAgQBChIHASQBDQEiAQABIQEgAQABIgEeAQgBAAEhARYBEgEWASUKHQIWAwABDRsAAR4BIQEIHQABHgECAQYBAAYHARsaBwEOAR4BIAMhBQABIgEAAQICAAEgASECAAEDBgAB"
        + "IgMAAR6IBAABAwMAAQMSAAEDIABPBwEODAcHDg0HDgABFoQCAAcH/wEAARYBAgQAASEBAC0HAQIBBwEAAgcBAAIHAQ0BBwgAGxEEAAQRFgADIAIWAgALBwENAQcDDSsAFQcKHQEgAh0D"
        + "AAEHYwABDQEABwcCAAYHAgACBwEABAcCAAodFwABBx4AGwdbAAsHDwAKHSEACQcEAAEWAQ0DAAEHAiEWAAQHAQAJBwEAAwcBAAUHKwADBzwACAcqABgHAQAhBzYAAwcBABIHAQAHBwoA"
        + "AgcCAgodEQADBzgAAQcBAAcHAgACBwIAAwcJAAEHCgACBwIACh0CAAIgBQABIAEAASECAAEHAgADBzgAAQcBAAUHBAACBwIAAwcDAAEHFAAKHQIHAwABBwsAAwc4AAEHAQAIBwEAAwcB"
        + "AAMHFAACBwIACh0BAAEhCAAGBwEAAwc4AAEHAQAHBwIAAgcCAAMHBwADBwoAAgcCAAodEgABBzsABQcDAAMHAQAEBwkAAQcOAAodCQABIQYABQc3AAEHAQAHBwEAAwcBAAQHBwACBwsA"
        + "AgcCAAodBwABAwkAAwcBAzcAAQcBAAcHAQADBwEABAcHAAIHCwACBwIACh0DAAEHDAAEBzcAAgcBAAcHAQADBwEABAcJAAEHCgACBwIACh0JAAEgBwADB0YAAQcEAAYHAQABBwEACAcG"
        + "AAodAgACBz0AAQcCAAcHBAABIQcACAcBAAodAgJVAAEHAgAJBwsABwcBAAodJwAEAwEAAgMBDgIDAQIBDgUNAQ4BAAENAwACBwYACh0KAAECAQcBAAEHAQABBwEeAQYBHgEGAgcxAA4H"
        + "AQIFBwECAgcFAAsHAQAkBwEAAgIGAAEHCQACAwECAQMFAAIOUAAUBwEACh0CAgoABAcEAAMHAQADBwIABwcDAAQHDQAMBwEAAQcKHQQHYgBgF0gZWBjdAgADBwEAAQKeAQABAv8EAAEC"
        + "GgABHgEGTgADAiQABAccAAMHAgIbAAIHHgACB0AAIAcCAgEcAQABAgEAAQIBIQEAAQcCAAodGAACDQICAQMBAAINAQADBwEOAQcKHWsAAgciAAEHdgAMBwQADAcIAAINCh2AAQAKHT0A"
        + "BQc5AAoHAQAdBwIAAQcKHQYACh0WAB8HMQAFBy8AEQcLAAodAgIBAAQCCgAJBwkAAgIBAAMHHgANBwIACh0sAA4HMAAUBwMABQIKHQYACh0kAAICUAADBwEAFQcEAAEHBgABBwIAAwfG"
        + "AQANBwEOLgcBDgMH/QMAAQMCAAcCAQ4DAgEnAQcBKAIHAQIBDgICAQEDAAIiAR4DIgEeASIEAAMVAQICBAUHAQ4IIAEAAiIBAAIcBgABFgEeAQYDHAwAAQIBIAQCAQADAgEmBQAKBw0A"
        + "AR4BBg4AAR4BBhEAByEBIA4hASAEIQEgAiEBIAEhASAPISEHEgABIAUAASAMAAEh+wEAAiHbAQABFRgAAR4BBgEeAQYOAAITDQABHwEGxQEABBOMBAAEExAAAhMCAAETAQADEwELAhMZ"
        + "AAMTLAABExYAARM9AAwTBAABEwEAAxMBAAITAwACEwIAARMCAAMTCAABEwYABRMBAAITAQsBEwIACBMDAAITBAtNAAYiAQACDQETAwABHgEGAR4BBgEeAQYBHgEGAR4BBgEeAQYBHgEG"
        + "TwABHgEGHwABHgEGAR4BBgEeAQYBHgEGAR4BBpMDAAEeAQYBHgEGAR4BBgEeAQYBHgEGAR4BBgEeAQYBHgEGAR4BBgEeAQYBHgEGPwABHgEGAR4BBiAAAR4BBvEFAAMHBwABDQMCAQAB"
        + "DQECcAABAg4AAQdgACAHDiIIAgEAAQIBHgECAgACIgIAAiIBHgEGAR4BBgEeAQYBHgEGBAIBDQEAAgIBAAICBQACAQMCAQACAgEeCAIBAAECAQACAgMAAg0BHgEGAR4BBgEeAQYBHgEG"
        + "AQIiABoTAQBZEwwA1gETGgAMEwQAAQICBgITARwCEwEfAQYBHwEGAR8BBgEfAQYBHwEGAhMBHwEGAR8BBgEfAQYBHwEGARwBHwIGChMGBwUTAQcFEwIcAxMBAAEcARMBHAETARwBEwEc"
        + "ARMBHBkTARwfEwEcARMBHAETARwGEwEcBhMCHAIAAgcEHAETAhwBEwEcARMBHAETARwBEwEcGRMBHB8TARwBEwEcARMBHAYTARwGEwIcBBMEHAETBQArEwEAXhMBAFQTDAAQHB8TAQAo"
        + "EwgA8DYTQACVpAETARz3CBMDADcTNwACAo0CAAECAQ0BAhAACh1FAAQHAQAKByAAAgdQAAIHAQAFAooCAAEHAwABBwQAAQcXAAUHBAABBwsAASA7AAIDAg0IAAIHMgASBwgAAgIKHQYA"
        + "EgcKAAEDAgABBwodHAAIBwICFwANBwwAHRcDAAQHLwAOBwYAAwIGAAodCwABBwoACh0vAA4HDAABBwgAAgcCAAodAwADAhsAAwcyAAEHAQADBwIAAgcFAAIHAQABBykABQcCAgMAAgfs"
        + "AQAIBwECAgcCAAodBgABDxsQAQ8bEAEPGxABDxsQAQ8bEAEPGxABDxsQAQ8bEAEPGxABDxsQAQ8bEAEPGxABDxsQAQ8bEAEPGxABDxsQAQ8bEAEPGxABDxsQAQ8bEAEPGxABDxsQAQ8b"
        + "EAEPGxABDxsQAQ8bEAEPGxABDxsQAQ8bEAEPGxABDxsQAQ8bEAEPGxABDxsQAQ8bEAEPGxABDxsQAQ8bEAEPGxABDxsQAQ8bEAEPGxABDxsQAQ8bEAEPGxABDxsQAQ8bEAEPGxABDxsQ"
        + "AQ8bEAEPGxABDxsQAQ8bEAEPGxABDxsQAQ8bEAEPGxABDxsQAQ8bEAEPGxABDxsQAQ8bEAEPGxABDxsQAQ8bEAEPGxABDxsQAQ8bEAEPGxABDxsQAQ8bEAEPGxABDxsQAQ8bEAEPGxAB"
        + "DxsQAQ8bEAEPGxABDxsQAQ8bEAEPGxABDxsQAQ8bEAEPGxABDxsQAQ8bEAEPGxABDxsQAQ8bEAEPGxABDxsQAQ8bEAEPGxABDxsQAQ8bEAEPGxABDxsQAQ8bEAEPGxABDxsQAQ8bEAEP"
        + "GxABDxsQAQ8bEAEPGxABDxsQAQ8bEAEPGxABDxsQAQ8bEAEPGxABDxsQAQ8bEAEPGxABDxsQAQ8bEAEPGxABDxsQAQ8bEAEPGxABDxsQAQ8bEAEPGxABDxsQAQ8bEAEPGxABDxsQAQ8b"
        + "EAEPGxABDxsQAQ8bEAEPGxABDxsQAQ8bEAEPGxABDxsQAQ8bEAEPGxABDxsQAQ8bEAEPGxABDxsQAQ8bEAEPGxABDxsQAQ8bEAEPGxABDxsQAQ8bEAEPGxABDxsQAQ8bEAEPGxABDxsQ"
        + "AQ8bEAEPGxABDxsQAQ8bEAEPGxABDxsQAQ8bEAEPGxABDxsQAQ8bEAEPGxABDxsQAQ8bEAEPGxABDxsQAQ8bEAEPGxABDxsQAQ8bEAEPGxABDxsQAQ8bEAEPGxABDxsQAQ8bEAEPGxAB"
        + "DxsQAQ8bEAEPGxABDxsQAQ8bEAEPGxABDxsQAQ8bEAEPGxABDxsQAQ8bEAEPGxABDxsQAQ8bEAEPGxABDxsQAQ8bEAEPGxABDxsQAQ8bEAEPGxABDxsQAQ8bEAEPGxABDxsQAQ8bEAEP"
        + "GxABDxsQAQ8bEAEPGxABDxsQAQ8bEAEPGxABDxsQAQ8bEAEPGxABDxsQAQ8bEAEPGxABDxsQAQ8bEAEPGxABDxsQAQ8bEAEPGxABDxsQAQ8bEAEPGxABDxsQAQ8bEAEPGxABDxsQAQ8b"
        + "EAEPGxABDxsQAQ8bEAEPGxABDxsQAQ8bEAEPGxABDxsQAQ8bEAEPGxABDxsQAQ8bEAEPGxABDxsQAQ8bEAEPGxABDxsQAQ8bEAEPGxABDxsQAQ8bEAEPGxABDxsQAQ8bEAEPGxABDxsQ"
        + "AQ8bEAEPGxABDxsQAQ8bEAEPGxABDxsQAQ8bEAEPGxABDxsQAQ8bEAEPGxABDxsQAQ8bEAEPGxABDxsQAQ8bEAEPGxABDxsQAQ8bEAEPGxABDxsQAQ8bEAEPGxABDxsQAQ8bEAEPGxAB"
        + "DxsQAQ8bEAEPGxABDxsQAQ8bEAEPGxABDxsQAQ8bEAEPGxABDxsQAQ8bEAEPGxABDxsQAQ8bEAEPGxABDxsQAQ8bEAEPGxABDxsQAQ8bEAEPGxABDxsQAQ8bEAEPGxABDxsQAQ8bEAEP"
        + "GxABDxsQAQ8bEAEPGxABDxsQAQ8bEAEPGxABDxsQAQ8bEAEPGxABDxsQAQ8bEAEPGxABDxsQAQ8bEAEPGxABDxsQAQ8bEAEPGxABDxsQAQ8bEAEPGxABDxsQAQ8bEAEPGxABDxsQAQ8b"
        + "EAEPGxABDxsQAQ8bEAEPGxABDxsQAQ8bEAEPGxABDxsQAQ8bEAEPGxABDxsQAQ8bEAEPGxABDxsQAQ8bEAEPGxABDxsQAQ8bEAEPGxABDxsQAQ8bEAEPGxABDxsQAQ8bEAEPGxABDxsQ"
        + "AQ8bEAEPGxABDxsQAQ8bEAEPGxABDxsQAQ8bEAEPGxABDxsQAQ8bEAEPGxABDxsQAQ8bEAEPGxABDxsQAQ8bEAEPGxABDxsQAQ8bEAEPGxABDxsQAQ8bEAEPGxABDxsQAQ8bEAEPGxAB"
        + "DxsQAQ8bEAEPGxABDxsQAQ8bEAEPGxABDxsQAQ8bEAEPGxAMABcZBAAxGIRCAIAEEx0AAREBBwoRAQANEQEABREBAAERAQACEQEAAhEBAAoR7gMAAQYBHrwBAAEgAwAQBwEWAgYCFgIN"
        + "AR8BBgEVBgAQBwUTAR8BBgEfAQYBHwEGAR8BBgEfAQYBHwEGAR8BBgEfAQYCEwEfAQYHEwEGARMBBgEAAhwCDQETAR8BBgEfAQYBHwEGCBMBAAETASEBIAETkwEAASYBAAENAhMBIQEg"
        + "AhMBHwEGAhMBBgETAQYLEwIcAxMBDRsTAR8BEwEGHRMBHwETAQYBEwEfAgYBHwIGARwBEwocLRMCHB8TAwAGEwIABhMCAAYTAgADEwMAASABIQMTAiESAAMHAQWDAgADAvoBAAEH4gEA"
        + "AQeVAQAFByQAAQIwAAECzwEACh2tBwABAscBAAEC4QEAAwcBAAIHBQAEBygAAwcEAAEHEAAIAo0BAAIHCQAGAgEVQgAHAuQDAAQHCAAKHfECAAIHAQJPAAMHRgALBzEABAd6AAMHNQAP"
        + "BwICHQAKHQEHAgACBwoABActAAsHAwAEAgEHLQAKHQYAAwckAA4HAQAKHQQCAQACBywAAQcBAAEDCgADBzAADgcEAAICAQABAgQHAQACBwodAQABAwEAAwJMAAwHAgIBAAICAQABBwIA"
        + "AQdnAAECNQAMBwUACh0GAAQHNwACBwEABwcCAAIHAgADBwkAAQcKAAIHAgAHBwMABQfAAQASBwQABAIBAAodAgICAAEHUQAUBwwACh3VAQAHBwIACQcBAwICAg0DAA8CBAACB1IAEQcC"
        + "Ag0ACh0GAA0DPgANBwgACh1TAA8HBAAKHQIAAwLtAQAPB6UBAAodRgAGBwEAAgcCAAQHAQABBwEAAgcDAgkACh13AAcHAgAHBwEAAQMBAAEHHAAKBygABwcBAAQHAQMBAAQCAQMBAAEH"
        + "CQALBy4AEAcDAgEAAwMCAl0ACgOlAgAIBwEACAcBAAUCCgAKHRYAAQMBDSAAFgcBAA4HegAGBwMAAQcBAAIHAQAHBwEAAQcIAAodMAAFBwEAAgcBAAUHCAAKHckCAAQHCQACBwEAAQcw"
        + "AAcHAwAFBwICCxMKHYMBAAQgHgABAvAIAAUC4xsAAx4DBiQAAQYDAAEeAQYBHgEG7wEAAR4CBrQBAAcOAR4BBgMOAR4BBgEeAQYBBwYADwf4IgABHgEGkEkACh0EAAICUAAKHSYABQcB"
        + "AjoABwcDAgoAAQILAAodvQYAAgK2AQABBwEANwcHAAQHTQAEHAEOCwACBw4A+C8TCACABhOABAAJE/dFAKMCEw8AARwdAAMcAgABHA4ABBwIAIwDE6ETAAIHAQIEB9wkAC4HAgAXB54E"
        + "AAUHAwAWBwIABwceAAQHlAEAAweJCwAyHYAEADcHBAAyBwgAAQcOAAEHAgAEAhAABQcBAA8H0AoABwcBABEHAgAHBwEAAgcBAAUHZAABB6ABAAcHCQAKHeQCAAEHPQAEBwodBQABIewD"
        + "AAQHCh3WBwAHB20ABwcFAAodBAACHswGAAEgAwABIM8GACwTBBRkEwwUDxMCFA8TARQPEwEUJRMKFA0AAxNdAAMTPQABEzgUGiMDEw0ULBMEFAkTBxQCEw4UBhOaARSFARMBCxYTAgAX"
        + "EwIABRMBAAUTAwsCEwELAhMDCy4TBQxCEwILAhMLCxUTEwsDEwELBBMDCwETAwsHEwELARMBCw4TAQABEwEAARMBAAUTAQsEEwEAARMCAE0TBwAQEw4ADRMYACoTAgsEEwELFRMBCwQT"
        + "Ags9EwgAGBMGAEsTAwsDEwULJgADIgMcBAAjEwELEBMDCwkTAQsLEwELCxMEFBETAxQNEwMUdAADEwQUBRNVAAUTBhQMEwQUARMPFAwABBQ4AAgUCgAGFCgACBQeAAIUAhNOFAwAAQsC"
        + "EwELCBMICwYTAQsJEwoLAhMDCzgTAQs9EwILARMCCwETAQsREwMLARMNCyITVAAMFA4TAhQNEwMUCRMHFC4TARQEEwMLCBQOEwQUCRMHFAkLBxTwAQAKHQYA/gcUAgD+/wMTAgD+/wMT"
        + "g4AoAAEHHgBgB4ABAPABB5D8CwA=";

    /// <summary>The joining type of every code point.</summary>
    public const string JoiningTypes =
        "rQEAAQXSBABwBZMCAAcFhwIALQUBAAEFAQACBQEAAgUBAAEFSAALBQEAAQUDAAECAQAEBAECAQQBAgEEBQIEBA0CAQEHAgEEAgIVBQ4AAgIBBQMEAQADBBACEgQmAgEEAgIJBAECAQQB"
        + "AgEEAgICBAEAAQQHBQIABgUCAAIFAQAEBQIECgADAgIAAQIPAAEFAQQBBQMCBQQEAgEECQIBBAECAQQBAgEEAgIBBBsFAgABBAsCAwQPAgIEBAIBBAECAgQDAgIEBgImAAsFGQAhAgkF"
        + "BgABAQIAAQUYAAQFAQAJBQEAAwUBAAUFEgABBAUCAgQBAgEECgIBBAECAwQDBQQAAQIBAAQCAQABBAECAgQFABMEAwEBAgIABQIBBAkACAUKAgMEAQABBAICAgQGAgEEDwIBABgFAQAg"
        + "BTcAAQUBAAEFBAAIBQQAAQUDAAcFCgACBR0AAQU6AAEFBAAEBQgAAQUUAAIFGgABBQIAAgU5AAEFBAACBQQAAgUCAAMFAwABBR4AAgUDAAEFCwACBTkAAQUEAAUFAQACBQQAAQUUAAIF"
        + "FgAGBQEAAQU6AAEFAgABBQEABAUIAAEFBwACBQsAAgUeAAEFPQABBQwAAQUyAAEFAwABBTcAAQUBAAMFBQADBQEABAUHAAIFCwACBR0AAQU6AAEFAgABBQYAAQUFAAIFFAACBRwAAgU5"
        + "AAIFBAAEBQgAAQUUAAIFHQABBUgAAQUHAAMFAQABBVoAAQUCAAcFDAAIBWIAAQUCAAkFCwAHBUkAAgUbAAEFAQABBQEAAQU3AA4FAQAFBQEAAgUFAAsFAQAkBQkAAQVmAAQFAQAGBQEA"
        + "AgUCAAIFGQACBQQAAwUQAAQFDQABBQIAAgUGAAEFDwABBb8FAAMFsgcAAwUdAAIFHgACBR4AAgVAAAIFAQAHBQgAAQUCAAsFCQABBSkAAQICAAEBAwUBAAEFEABZAgwAAgUiAgEFAQJ1"
        + "AAMFBAACBQkAAQUGAAMF2wEAAgUCAAEFOgABBQEABwUBAAEFAQABBQIACAUGAAoFAgABBTAAHwUxAAQFMAABBQEABQUBAAEFBQABBSgACQUMAAIFIAAEBQIAAgUBAAMFOAABBQEAAgUD"
        + "AAEFAQADBToACAUCAAIFmAEAAwUBAA0FAQAHBQQAAQUGAAEFAwACBcYBAEAFiwQAAQUBAAEBAgUaAAUFMQAFBQUABgVgACEF/hcAAwWNAQABBWAAIAWqBAAEBWsAAgXU6wEABAUBAAoF"
        + "IAACBVAAAgWQAgABBQMAAQUEAAEFGQACBQUAAQUTADICAQNRAAIFGgASBQ0AAQUmAAgFGQALBS4AAwUwAAEFAgAEBQIAAgUnAAEFQwAGBQIAAgUCAAIFDAABBQgAAQUvAAEFMwABBQEA"
        + "AwUCAAIFBQACBQEAAQUqAAIFCAABBe4BAAEFAgABBQQAAQWwngEAAQXhBQAQBRAAEAXPAQABBfkBAAMFgQQAAQXiAQABBZUBAAUFhg0AAwUBAAIFBQAEBSgAAwUEAAEFgAEABQIBBAEA"
        + "AQQBAAIEAgABAwUEBAIBAwUCAQQDAgEEAgABBAIFBAAEAgEEkAEAAQIBBAECAwQDAgEEAgIBBAECAgQBAgEEFwAEBAIC0QIAAQMhAgEEAQIEBYMDAAIFUAADBTAAAwIBBBECAQALBQMC"
        + "AQQbAAQCAgQMAgQFKgABAgEAAgIDBAEAAQICBAICAQQCAgEAAQICBAECBAABBAECAQM1AAEFNgAPBSkAAQUCAAIFCgADBTEABAUCAAIFBwABBT0AAwUkAAUFAQAIBT4AAQUMAAIFNAAJ"
        + "BQoABAUCAAEFXwADBQIAAQUBAAIFBgABBQIAAQWdAQABBQMACAUVAAIFOQACBQMAAQUlAAcFAwAFBcMBAAgFAgADBQEAAQUXAAEFVAAGBQEAAQUEAAIFAQACBe4BAAQFBgACBQEAAgUb"
        + "AAIFVQAIBQIAAQUBAAIFagABBQEAAQUCAAYFAQABBWUAAwUCAAQFAQAFBYMCAAkFAQACBYACAAIFAQABBQQAAQWQAQAEBQIAAgUEAAEFIAAKBSgABgUCAAQFCAABBQkABgUCAAMFLgAN"
        + "BQEAAgWWAwAHBQEABgUBAAEFUgAWBQIABwUBAAIFAQACBXoABgUDAAEFAQACBQEABwUBAAEFSAACBQMAAQUBAAEF2wIAAgULAAIFNAAFBQUAAQUBAAEF7SkAEQUGAA8Fmm0ABQU7AAcF"
        + "mAgAAQU/AAQFUQABBbiZAQACBQEABAXcJAAuBQIAFwWgBAADBQkAEAUCAAcFHgAEBZQBAAMFuw8ANwUEADIFCAABBQ4AAQUWAAUFAQAPBdAKAAcFAQARBQIABwUBAAIFAQAFBWQAAQWg"
        + "AQAHBfcCAAEFPQAEBfwDAAQF4AcABwUpAEQCCAW1rTAAAQUeAGAFgAEA8AEFkPwLAA==";

    /// <summary>The kinds of emoji that every code point belongs to.</summary>
    public const string Emoji =
        "qQEAAQEEAAEBjT8AAQEMAAEB2AEAAQEWAAEBWgAGAQ8AAgHvAgACAwwAAQFfAAEBRgABARkABAMDAQEDAgEBAwQAAwHHAQABAecBAAIBCgABAQkAAQE6AAIBAgMBAAYBAQAMAQEAAgMy"
        + "AQwDKwEBAwYBCgADAQEDDQEBAwgBAgMRAQIDBQECAwgBAQMFAQEDFQEBAwcBAgMBAQEDBAEBAwIBAQMHAQEDAgACAQIDBwEBAAEBAQABAQYAAQEDAAEBBgABAwoAAgEPAAEBAgABAQQA"
        + "AQMBAAEDBAADAwEAAQMLAAUBLQADAwkAAQEOAAEDDgABA/QCAAIBzwMAAwETAAIDMwABAwQAAQPaCQABAQwAAQHZBAABAQEAAQHm+gYABAEBA8oBAQEDMAENAAMBHwABATwABgEMAAIB"
        + "DgABAwIACgMSADkBGgIBAAEDDgEKAAEDFAABAwIABQMBAQMDAQAEAQkABwECA64BASEDDAEJAwEBRgMBARYDDAErAwQBBQMMAREDAwEBAwMBAwMFBj8DAQEBAwEBuwEDAgE/AwgABQEE"
        + "AwEBGAMSAQEDGgECAw0BAQNWAVUDMABGAwYBAQMDAQMDAgEDAwQBBAMLAQIDBwEJAwMBdAAMAVUACwEMAwQBAQMPAQwABAE4AAgBCgAGASgACAEeAFIBDAAvAwEACgMBALkBA3ABDQMD"
        + "AQkDBwEuAwEBBwMIAQ4DBAEJAwcBCQMHAYACAP4HAYKAPAA=";

    /// <summary>Characters and their mirror images.</summary>
    public const string Mirrors =
        "KFIpUDx8PnhbugFdtgF7+gF99gGrAfYCuwHWAroe9jy7HvQ8vB76PL0e+DybLbhanC22WrlA9IABukDygAHFQIyBAcZAioEB/UD8gQH+QPqBAY1BnIIBjkGaggGIRJaIAYlEmIgBikSa"
        + "iAGLRJCIAYxEkogBjUSUiAGVROqnAZ9E/K8BoETGpgGhRLamAaJEwKYBpETcqwG8RPqIAb1E+IgBw0SaiwHFRJiJAcxEiokB0kSmiQHTRKSJAdREqokB1USoiQHkRMqJAeVEyIkB5kTO"
        + "iQHnRMyJAehE0okB6UTQiQHqRNaJAetE1IkB7kTeiQHvRNyJAfBE4okB8UTgiQHyROaJAfNE5IkB9ETqiQH1ROiJAfZE7okB90TsiQH4RPKJAflE8IkB+kT2iQH7RPSJAfxE+okB/UT4"
        + "iQH+RP6JAf9E/IkBgEWCigGBRYCKAYJFhooBg0WEigGERYqKAYVFiIoBhkWOigGHRYyKAYhFkooBiUWQigGKRZaKAYtFlIoBj0WgigGQRZ6KAZFFpIoBkkWiigGYRfCmAaJFxooBo0XE"
        + "igGmRbyrAahFyKsBqUXGqwGrRcqrAbBF4ooBsUXgigGyReaKAbNF5IoBtEXqigG1ReiKAbZF7ooBt0XsigG4RbifAclFlIsBykWSiwHLRZiLAcxFlosBzUWGiQHQRaKLAdFFoIsB1kWu"
        + "iwHXRayLAdhFsosB2UWwiwHaRbaLAdtFtIsB3EW6iwHdRbiLAd5FvosB30W8iwHgRcKLAeFFwIsB4kXGiwHjRcSLAeRFyosB5UXIiwHmRc6LAedFzIsB6EXSiwHpRdCLAepF1osB60XU"
        + "iwHsRdqLAe1F2IsB8EXiiwHxReCLAfJF9IsB80X2iwH0RfiLAfZF+osB90X8iwH6ReSLAftF5osB/EXoiwH9ReyLAf5F7osBiEaSjAGJRpCMAYpGlowBi0aUjAGpRtSMAapG0owB6E7S"
        + "nQHpTtCdAepO1p0B607UnQHsTtqdAe1O2J0B7k7enQHvTtydAfBO4p0B8U7gnQHyTuadAfNO5J0B9E7qnQH1TuidAcNPiJ8BxE+GnwHFT4yfAcZPip8ByE+SnwHJT5CfActPmp8BzU+W"
        + "nwHVT6yfAdZPqp8B3E/wigHdT7yfAd5Pup8B4k/GnwHjT8SfAeRPyp8B5U/InwHmT86fAedPzJ8B6E/SnwHpT9CfAepP1p8B60/UnwHsT9qfAe1P2J8B7k/enwHvT9yfAYNTiKYBhFOG"
        + "pgGFU4ymAYZTiqYBh1OQpgGIU46mAYlTlKYBilOSpgGLU5imAYxTlqYBjVOgpgGOU56mAY9TnKYBkFOapgGRU6SmAZJToqYBk1OopgGUU6amAZVTrKYBllOqpgGXU7CmAZhTrqYBm1PC"
        + "iAGgU8SIAaNTwIgBpFPKpgGlU8imAahT0qYBqVPQpgGqU9amAatT1KYBrFPapgGtU9imAa5T3qYBr1PcpgG4U7CKAcBTgqcBwVOApwHEU4qnAcVTiKcBz1OgpwHQU56nAdFTpKcB0lOi"
        + "pwHUU6qnAdVTqKcB2FOypwHZU7CnAdpTtqcB21O0pwHoU9KnAelT0KcB9VOqiAH4U/KnAflT8KcB/FP6pwH9U/inAatU2KgBrFTWqAGtVNyoAa5U2qgBtFTqqAG1VOioAbxU+qgBvVT4"
        + "qAHkVMqpAeVUyKkB+VT0qQH6VPKpAftU+KkB/FT2qQH9VPypAf5U+qkB/1SAqgGAVf6pAYFVhKoBglWCqgGDVYiqAYRVhqoBhVWMqgGGVYqqAYdVkKoBiFWOqgGJVZSqAYpVkqoBi1WY"
        + "qgGMVZaqAY1VnKoBjlWaqgGPVaCqAZBVnqoBkVWkqgGSVaKqAZNVqKoBlFWmqgGVVayqAZZVqqoBl1WwqgGYVa6qAZlVtKoBmlWyqgGbVbiqAZxVtqoBnVW8qgGeVbqqAZ9VwKoBoFW+"
        + "qgGhVcSqAaJVwqoBplXOqgGnVcyqAahV0qoBqVXQqgGqVdaqAatV1KoBrFXaqgGtVdiqAa9V4KoBsFXeqgGxVeSqAbJV4qoBs1XoqgG0VeaqAbVV7KoBtlXqqgG3VfCqAbhV7qoBuVX0"
        + "qgG6VfKqAbtV+KoBvFX2qgG9VfyqAb5V+qoBv1WAqwHAVf6qAcFVhKsBwlWCqwHDVYirAcRVhqsBxVWMqwHGVYqrAcdVkKsByFWOqwHJVZSrAcpVkqsBy1WYqwHMVZarAc1VnKsBzlWa"
        + "qwHPVaCrAdBVnqsB0VWkqwHSVaKrAdNVqKsB1FWmqwHVVayrAdZVqqsB3lXMigHjVdKKAeRV0IoB5VXWigHsVdqrAe1V2KsB7lXIiAH3VfCrAfhV7qsB+VX0qwH6VfKrAf5XvogBglyG"
        + "uAGDXIS4AYRcirgBhVyIuAGJXJS4AYpckrgBjFyauAGNXJi4AZxcurgBnVy4uAGgXMK4AaFcwLgBolzGuAGjXMS4AaRcyrgBpVzIuAGmXM64AadczLgBqFzSuAGpXNC4AdVcrLkB1lyq"
        + "uQHXXLC5AdhcrrkB2Vy0uQHaXLK5AdtcuLkB3Fy2uQGIYJLAAYlgkMABimCWwAGLYJTAAYxgmsABjWCYwAGOYJ7AAY9gnMABkGCiwAGRYKDAAZRgqsABlWCowAGWYK7AAZdgrMABmGCy"
        + "wAGZYLDAAZpgtsABm2C0wAHZ/AO0+Qfa/AOy+Qfb/AO4+Qfc/AO2+Qfd/AO8+Qfe/AO6+Qfk/APK+Qfl/API+QeI/gOS/AeJ/gOQ/Aec/gO8/Aee/gO4/Ae7/gP6/Ae9/gP2/Afb/gO6"
        + "/Qfd/gO2/Qff/gPA/Qfg/gO+/Qfi/gPG/Qfj/gPE/Qc=";

    /// <summary>Brackets and what closes or opens them.</summary>
    public const string Brackets =
        "KFIpUVu6AV23AXv6AX33Aboe9jy7HvU8vB76PL0e+TybLbhanC23WsVAjIEBxkCLgQH9QPyBAf5A+4EBjUGcggGOQZuCAYhGkowBiUaRjAGKRpaMAYtGlYwBqUaSwAGqRpHAAehO0p0B"
        + "6U7RnQHqTtadAetO1Z0B7E7anQHtTtmdAe5O3p0B707dnQHwTuKdAfFO4Z0B8k7mnQHzTuWdAfRO6p0B9U7pnQHFT4yfAcZPi58B5k/OnwHnT82fAehP0p8B6U/RnwHqT9afAetP1Z8B"
        + "7E/anwHtT9mfAe5P3p8B70/dnwGDU4imAYRTh6YBhVOMpgGGU4umAYdTkKYBiFOPpgGJU5SmAYpTk6YBi1OYpgGMU5emAY1ToKYBjlOfpgGPU5ymAZBTm6YBkVOkpgGSU6OmAZNTqKYB"
        + "lFOnpgGVU6ymAZZTq6YBl1OwpgGYU6+mAdhTsqcB2VOxpwHaU7anAdtTtacB/FP6pwH9U/mnAaJcxrgBo1zFuAGkXMq4AaVcybgBplzOuAGnXM24Aahc0rgBqVzRuAHVXKy5AdZcq7kB"
        + "11ywuQHYXK+5AdlctLkB2lyzuQHbXLi5Adxct7kBiGCSwAGJYJHAAYpglsABi2CVwAGMYJrAAY1gmcABjmCewAGPYJ3AAZBgosABkWChwAGUYKrAAZVgqcABlmCuwAGXYK3AAZhgssAB"
        + "mWCxwAGaYLbAAZtgtcAB2fwDtPkH2vwDs/kH2/wDuPkH3PwDt/kH3fwDvPkH3vwDu/kHiP4DkvwHif4DkfwHu/4D+vwHvf4D9/wH2/4Duv0H3f4Dt/0H3/4DwP0H4P4Dv/0H4v4Dxv0H"
        + "4/4Dxf0H";

    /// <summary>Names of emoji by their code points; those that follow each other share one number.</summary>
    public static ReadOnlySpan<byte> EmojiNames => """
        A9|copyright
        AE|registered
        203C|double exclamation mark
        2049|exclamation question mark
        2122|trade mark
        2139|information
        2194|left-right arrow|up-down arrow|up-left arrow|up-right arrow|down-right arrow|down-left arrow
        21A9|right arrow curving left|left arrow curving right
        231A|watch|hourglass done
        2328|keyboard
        23CF|eject button
        23E9|fast-forward button|fast reverse button|fast up button|fast down button|next track button|last track button|play or pause button|alarm clock|stopwatch|timer clock|hourglass not done
        23F8|pause button|stop button|record button
        24C2|circled M
        25AA|black small square|white small square
        25B6|play button
        25C0|reverse button
        25FB|white medium square|black medium square|white medium-small square|black medium-small square
        2600|sun|cloud|umbrella|snowman|comet
        260E|telephone
        2611|check box with check
        2614|umbrella with rain drops|hot beverage
        2618|shamrock
        261D|index pointing up
        2620|skull and crossbones
        2622|radioactive|biohazard
        2626|orthodox cross
        262A|star and crescent
        262E|peace symbol|yin yang
        2638|wheel of dharma|frowning face|smiling face
        2640|female sign
        2642|male sign
        2648|Aries|Taurus|Gemini|Cancer|Leo|Virgo|Libra|Scorpio|Sagittarius|Capricorn|Aquarius|Pisces
        265F|chess pawn|spade suit
        2663|club suit
        2665|heart suit|diamond suit
        2668|hot springs
        267B|recycling symbol
        267E|infinity|wheelchair symbol
        2692|hammer and pick|anchor|crossed swords|medical symbol|balance scale|alembic
        2699|gear
        269B|atom symbol|fleur-de-lis
        26A0|warning|high voltage
        26A7|transgender symbol
        26AA|white circle|black circle
        26B0|coffin|funeral urn
        26BD|soccer ball|baseball
        26C4|snowman without snow|sun behind cloud
        26C8|cloud with lightning and rain
        26CE|Ophiuchus|pick
        26D1|rescue worker’s helmet
        26D3|chains|no entry
        26E9|shinto shrine|church
        26F0|mountain|umbrella on ground|fountain|flag in hole|ferry|sailboat
        26F7|skier|ice skate|person bouncing ball|tent
        26FD|fuel pump
        2702|scissors
        2705|check mark button
        2708|airplane|envelope|raised fist|raised hand|victory hand|writing hand
        270F|pencil
        2712|black nib
        2714|check mark
        2716|multiply
        271D|latin cross
        2721|star of David
        2728|sparkles
        2733|eight-spoked asterisk|eight-pointed star
        2744|snowflake
        2747|sparkle
        274C|cross mark
        274E|cross mark button
        2753|red question mark|white question mark|white exclamation mark
        2757|red exclamation mark
        2763|heart exclamation|red heart
        2795|plus|minus|divide
        27A1|right arrow
        27B0|curly loop
        27BF|double curly loop
        2934|right arrow curving up|right arrow curving down
        2B05|left arrow|up arrow|down arrow
        2B1B|black large square|white large square
        2B50|star
        2B55|hollow red circle
        3030|wavy dash
        303D|part alternation mark
        3297|Japanese “congratulations” button
        3299|Japanese “secret” button
        1F004|mahjong red dragon
        1F0CF|joker
        1F170|A button (blood type)|B button (blood type)
        1F17E|O button (blood type)|P button
        1F18E|AB button (blood type)
        1F191|CL button|COOL button|FREE button|ID button|NEW button|NG button|OK button|SOS button|UP! button|VS button
        1F201|Japanese “here” button|Japanese “service charge” button
        1F21A|Japanese “free of charge” button
        1F22F|Japanese “reserved” button
        1F232|Japanese “prohibited” button|Japanese “vacancy” button|Japanese “passing grade” button|Japanese “no vacancy” button|Japanese “not free of charge” button|Japanese “monthly amount” button|Japanese “application” button|Japanese “discount” button|Japanese “open for business” button
        1F250|Japanese “bargain” button|Japanese “acceptable” button
        1F300|cyclone|foggy|closed umbrella|night with stars|sunrise over mountains|sunrise|cityscape at dusk|sunset|rainbow|bridge at night|water wave|volcano|milky way|globe showing Europe-Africa|globe showing Americas|globe showing Asia-Australia|globe with meridians|new moon|waxing crescent moon|first quarter moon|waxing gibbous moon|full moon|waning gibbous moon|last quarter moon|waning crescent moon|crescent moon|new moon face|first quarter moon face|last quarter moon face|full moon face|sun with face|glowing star|shooting star|thermometer
        1F324|sun behind small cloud|sun behind large cloud|sun behind rain cloud|cloud with rain|cloud with snow|cloud with lightning|tornado|fog|wind face|hot dog|taco|burrito|chestnut|seedling|evergreen tree|deciduous tree|palm tree|cactus|hot pepper|tulip|cherry blossom|rose|hibiscus|sunflower|blossom|ear of corn|sheaf of rice|herb|four leaf clover|maple leaf|fallen leaf|leaf fluttering in wind|mushroom|tomato|eggplant|grapes|melon|watermelon|tangerine|lemon|banana|pineapple|red apple|green apple|pear|peach|cherries|strawberry|hamburger|pizza|meat on bone|poultry leg|rice cracker|rice ball|cooked rice|curry rice|steaming bowl|spaghetti|bread|french fries|roasted sweet potato|dango|oden|sushi|fried shrimp|fish cake with swirl|soft ice cream|shaved ice|ice cream|doughnut|cookie|chocolate bar|candy|lollipop|custard|honey pot|shortcake|bento box|pot of food|cooking|fork and knife|teacup without handle|sake|wine glass|cocktail glass|tropical drink|beer mug|clinking beer mugs|baby bottle|fork and knife with plate|bottle with popping cork|popcorn|ribbon|wrapped gift|birthday cake|jack-o-lantern|Christmas tree|Santa Claus|fireworks|sparkler|balloon|party popper|confetti ball|tanabata tree|crossed flags|pine decoration|Japanese dolls|carp streamer|wind chime|moon viewing ceremony|backpack|graduation cap
        1F396|military medal|reminder ribbon
        1F399|studio microphone|level slider|control knobs
        1F39E|film frames|admission tickets|carousel horse|ferris wheel|roller coaster|fishing pole|microphone|movie camera|cinema|headphone|artist palette|top hat|circus tent|ticket|clapper board|performing arts|video game|bullseye|slot machine|pool 8 ball|game die|bowling|flower playing cards|musical note|musical notes|saxophone|guitar|musical keyboard|trumpet|violin|musical score|running shirt|tennis|skis|basketball|chequered flag|snowboarder|person running|person surfing|sports medal|trophy|horse racing|american football|rugby football|person swimming|person lifting weights|person golfing|motorcycle|racing car|cricket game|volleyball|field hockey|ice hockey|ping pong|snow-capped mountain|camping|beach with umbrella|building construction|houses|cityscape|derelict house|classical building|desert|desert island|national park|stadium|house|house with garden|office building|Japanese post office|post office|hospital|bank|ATM sign|hotel|love hotel|convenience store|school|department store|factory|red paper lantern|Japanese castle|castle
        1F3F3|white flag|black flag|rosette
        1F3F7|label|badminton|bow and arrow|amphora|light skin tone|medium-light skin tone|medium skin tone|medium-dark skin tone|dark skin tone|rat|mouse|ox|water buffalo|cow|tiger|leopard|rabbit|cat|dragon|crocodile|whale|snail|snake|horse|ram|goat|ewe|monkey|rooster|chicken|dog|pig|boar|elephant|octopus|spiral shell|bug|ant|honeybee|lady beetle|fish|tropical fish|blowfish|turtle|hatching chick|baby chick|front-facing baby chick|bird|penguin|koala|poodle|camel|two-hump camel|dolphin|mouse face|cow face|tiger face|rabbit face|cat face|dragon face|spouting whale|horse face|monkey face|dog face|pig face|frog|hamster|wolf|bear|panda|pig nose|paw prints|chipmunk|eyes|eye|ear|nose|mouth|tongue|backhand index pointing up|backhand index pointing down|backhand index pointing left|backhand index pointing right|oncoming fist|waving hand|OK hand|thumbs up|thumbs down|clapping hands|open hands|crown|woman’s hat|glasses|necktie|t-shirt|jeans|dress|kimono|bikini|woman’s clothes|purse|handbag|clutch bag|man’s shoe|running shoe|high-heeled shoe|woman’s sandal|woman’s boot|footprints|bust in silhouette|busts in silhouette|boy|girl|man|woman|family|woman and man holding hands|men holding hands|women holding hands|police officer|people with bunny ears|person with veil|person: blond hair|person with skullcap|person wearing turban|old man|old woman|baby|construction worker|princess|ogre|goblin|ghost|baby angel|alien|alien monster|angry face with horns|skull|person tipping hand|guard|woman dancing|lipstick|nail polish|person getting massage|person getting haircut|barber pole|syringe|pill|kiss mark|love letter|ring|gem stone|kiss|bouquet|couple with heart|wedding|beating heart|broken heart|two hearts|sparkling heart|growing heart|heart with arrow|blue heart|green heart|yellow heart|purple heart|heart with ribbon|revolving hearts|heart decoration|diamond with a dot|light bulb|anger symbol|bomb|ZZZ|collision|sweat droplets|droplet|dashing away|pile of poo|flexed biceps|dizzy|speech balloon|thought balloon|white flower|hundred points|money bag|currency exchange|heavy dollar sign|credit card|yen banknote|dollar banknote|euro banknote|pound banknote|money with wings|chart increasing with yen|seat|laptop|briefcase|computer disk|floppy disk|optical disk|dvd|file folder|open file folder|page with curl|page facing up|calendar|tear-off calendar|card index|chart increasing|chart decreasing|bar chart|clipboard|pushpin|round pushpin|paperclip|straight ruler|triangular ruler|bookmark tabs|ledger|notebook|notebook with decorative cover|closed book|open book|green book|blue book|orange book|books|name badge|scroll|memo|telephone receiver|pager|fax machine|satellite antenna|loudspeaker|megaphone|outbox tray|inbox tray|package|e-mail|incoming envelope|envelope with arrow|closed mailbox with lowered flag|closed mailbox with raised flag|open mailbox with raised flag|open mailbox with lowered flag|postbox|postal horn|newspaper|mobile phone|mobile phone with arrow|vibration mode|mobile phone off|no mobile phones|antenna bars|camera|camera with flash|video camera|television|radio|videocassette|film projector
        1F4FF|prayer beads|shuffle tracks button|repeat button|repeat single button|clockwise vertical arrows|counterclockwise arrows button|dim button|bright button|muted speaker|speaker low volume|speaker medium volume|speaker high volume|battery|electric plug|magnifying glass tilted left|magnifying glass tilted right|locked with pen|locked with key|key|locked|unlocked|bell|bell with slash|bookmark|link|radio button|BACK arrow|END arrow|ON! arrow|SOON arrow|TOP arrow|no one under eighteen|keycap: 10|input latin uppercase|input latin lowercase|input numbers|input symbols|input latin letters|fire|flashlight|wrench|hammer|nut and bolt|kitchen knife|water pistol|microscope|telescope|crystal ball|dotted six-pointed star|Japanese symbol for beginner|trident emblem|black square button|white square button|red circle|blue circle|large orange diamond|large blue diamond|small orange diamond|small blue diamond|red triangle pointed up|red triangle pointed down|upwards button|downwards button
        1F549|om|dove|kaaba|mosque|synagogue|menorah
        1F550|one o’clock|two o’clock|three o’clock|four o’clock|five o’clock|six o’clock|seven o’clock|eight o’clock|nine o’clock|ten o’clock|eleven o’clock|twelve o’clock|one-thirty|two-thirty|three-thirty|four-thirty|five-thirty|six-thirty|seven-thirty|eight-thirty|nine-thirty|ten-thirty|eleven-thirty|twelve-thirty
        1F56F|candle|mantelpiece clock
        1F573|hole|person in suit levitating|detective|sunglasses|spider|spider web|joystick|man dancing
        1F587|linked paperclips
        1F58A|pen|fountain pen|paintbrush|crayon
        1F590|hand with fingers splayed
        1F595|middle finger|vulcan salute
        1F5A4|black heart|desktop computer
        1F5A8|printer
        1F5B1|computer mouse|trackball
        1F5BC|framed picture
        1F5C2|card index dividers|card file box|file cabinet
        1F5D1|wastebasket|spiral notepad|spiral calendar
        1F5DC|clamp|old key|rolled-up newspaper
        1F5E1|dagger
        1F5E3|speaking head
        1F5E8|left speech bubble
        1F5EF|right anger bubble
        1F5F3|ballot box with ballot
        1F5FA|world map|mount fuji|Tokyo tower|Statue of Liberty|map of Japan|moai|grinning face|beaming face with smiling eyes|face with tears of joy|grinning face with big eyes|grinning face with smiling eyes|grinning face with sweat|grinning squinting face|smiling face with halo|smiling face with horns|winking face|smiling face with smiling eyes|face savoring food|relieved face|smiling face with heart-eyes|smiling face with sunglasses|smirking face|neutral face|expressionless face|unamused face|downcast face with sweat|pensive face|confused face|confounded face|kissing face|face blowing a kiss|kissing face with smiling eyes|kissing face with closed eyes|face with tongue|winking face with tongue|squinting face with tongue|disappointed face|worried face|angry face|enraged face|crying face|persevering face|face with steam from nose|sad but relieved face|frowning face with open mouth|anguished face|fearful face|weary face|sleepy face|tired face|grimacing face|loudly crying face|face with open mouth|hushed face|anxious face with sweat|face screaming in fear|astonished face|flushed face|sleeping face|face with crossed-out eyes|face without mouth|face with medical mask|grinning cat with smiling eyes|cat with tears of joy|grinning cat|smiling cat with heart-eyes|cat with wry smile|kissing cat|pouting cat|crying cat|weary cat|slightly frowning face|slightly smiling face|upside-down face|face with rolling eyes|person gesturing NO|person gesturing OK|person bowing|see-no-evil monkey|hear-no-evil monkey|speak-no-evil monkey|person raising hand|raising hands|person frowning|person pouting|folded hands
        1F680|rocket|helicopter|locomotive|railway car|high-speed train|bullet train|train|metro|light rail|station|tram|tram car|bus|oncoming bus|trolleybus|bus stop|minibus|ambulance|fire engine|police car|oncoming police car|taxi|oncoming taxi|automobile|oncoming automobile|sport utility vehicle|delivery truck|articulated lorry|tractor|monorail|mountain railway|suspension railway|mountain cableway|aerial tramway|ship|person rowing boat|speedboat|horizontal traffic light|vertical traffic light|construction|police car light|triangular flag|door|prohibited|cigarette|no smoking|litter in bin sign|no littering|potable water|non-potable water|bicycle|no bicycles|person biking|person mountain biking|person walking|no pedestrians|children crossing|men’s room|women’s room|restroom|baby symbol|toilet|water closet|shower|person taking bath|bathtub|passport control|customs|baggage claim|left luggage
        1F6CB|couch and lamp|person in bed|shopping bags|bellhop bell|bed|place of worship|stop sign|shopping cart
        1F6D5|hindu temple|hut|elevator
        1F6DC|wireless|playground slide|wheel|ring buoy|hammer and wrench|shield|oil drum|motorway|railway track|motor boat
        1F6E9|small airplane
        1F6EB|airplane departure|airplane arrival
        1F6F0|satellite
        1F6F3|passenger ship|kick scooter|motor scooter|canoe|sled|flying saucer|skateboard|auto rickshaw|pickup truck|roller skate
        1F7E0|orange circle|yellow circle|green circle|purple circle|brown circle|red square|blue square|orange square|yellow square|green square|purple square|brown square
        1F7F0|heavy equals sign
        1F90C|pinched fingers|white heart|brown heart|pinching hand|zipper-mouth face|money-mouth face|face with thermometer|nerd face|thinking face|face with head-bandage|robot|smiling face with open hands|sign of the horns|call me hand|raised back of hand|left-facing fist|right-facing fist|handshake|crossed fingers|love-you gesture|cowboy hat face|clown face|nauseated face|rolling on the floor laughing|drooling face|lying face|person facepalming|sneezing face|face with raised eyebrow|star-struck|zany face|shushing face|face with symbols on mouth|face with hand over mouth|face vomiting|exploding head|pregnant woman|breast-feeding|palms up together|selfie|prince|person in tuxedo|Mrs. Claus|person shrugging|person cartwheeling|person juggling|person fencing
        1F93C|people wrestling|person playing water polo|person playing handball|diving mask|wilted flower|drum|clinking glasses|tumbler glass|spoon|goal net
        1F947|1st place medal|2nd place medal|3rd place medal|boxing glove|martial arts uniform|curling stone|lacrosse|softball|flying disc|croissant|avocado|cucumber|bacon|potato|carrot|baguette bread|green salad|shallow pan of food|stuffed flatbread|egg|glass of milk|peanuts|kiwi fruit|pancakes|dumpling|fortune cookie|takeout box|chopsticks|bowl with spoon|cup with straw|coconut|broccoli|pie|pretzel|cut of meat|sandwich|canned food|leafy green|mango|moon cake|bagel|smiling face with hearts|yawning face|smiling face with tear|partying face|woozy face|hot face|cold face|ninja|disguised face|face holding back tears|pleading face|sari|lab coat|goggles|hiking boot|flat shoe|crab|lion|scorpion|turkey|unicorn|eagle|duck|bat|shark|owl|fox|butterfly|deer|gorilla|lizard|rhinoceros|shrimp|squid|giraffe|zebra|hedgehog|sauropod|T-Rex|cricket|kangaroo|llama|peacock|hippopotamus|parrot|raccoon|lobster|mosquito|microbe|badger|swan|mammoth|dodo|sloth|otter|orangutan|skunk|flamingo|oyster|beaver|bison|seal|guide dog|white cane|red hair|curly hair|bald|white hair|bone|leg|foot|tooth|superhero|supervillain|safety vest|ear with hearing aid|motorized wheelchair|manual wheelchair|mechanical arm|mechanical leg|cheese wedge|cupcake|salt|beverage box|garlic|onion|falafel|waffle|butter|mate|ice|bubble tea|troll|person standing|person kneeling|deaf person|face with monocle|person|child|older person|person: beard|woman with headscarf|person in steamy room|person climbing|person in lotus position|mage|fairy|vampire|merperson|elf|genie|zombie|brain|orange heart|billed cap|scarf|gloves|coat|socks|red envelope|firecracker|puzzle piece|test tube|petri dish|dna|compass|abacus|fire extinguisher|toolbox|brick|magnet|luggage|lotion bottle|thread|yarn|safety pin|teddy bear|broom|basket|roll of paper|soap|sponge|receipt|nazar amulet
        1FA70|ballet shoes|one-piece swimsuit|briefs|shorts|thong sandal|light blue heart|grey heart|pink heart|drop of blood|adhesive bandage|stethoscope|x-ray|crutch
        1FA80|yo-yo|kite|parachute|boomerang|magic wand|piñata|nesting dolls|maracas|flute
        1FA90|ringed planet|chair|razor|axe|diya lamp|banjo|military helmet|accordion|long drum|coin|carpentry saw|screwdriver|ladder|hook|mirror|window|plunger|sewing needle|knot|bucket|mouse trap|toothbrush|headstone|placard|rock|mirror ball|identification card|low battery|hamsa|folding hand fan|hair pick|khanda|fly|worm|beetle|cockroach|potted plant|wood|feather|lotus|coral|empty nest|nest with eggs|hyacinth|jellyfish|wing
        1FABF|goose|anatomical heart|lungs|people hugging|pregnant man|pregnant person|person with crown
        1FACE|moose|donkey|blueberries|bell pepper|olive|flatbread|tamale|fondue|teapot|pouring liquid|beans|jar|ginger root|pea pod
        1FAE0|melting face|saluting face|face with open eyes and hand over mouth|face with peeking eye|face with diagonal mouth|dotted line face|biting lip|bubbles|shaking face
        1FAF0|hand with index finger and thumb crossed|rightwards hand|leftwards hand|palm down hand|palm up hand|index pointing at the viewer|heart hands|leftwards pushing hand|rightwards pushing hand
        1F1E6-1F1E8|flag: Ascension Island
        1F1E6-1F1E9|flag: Andorra
        1F1E6-1F1EA|flag: United Arab Emirates
        1F1E6-1F1EB|flag: Afghanistan
        1F1E6-1F1EC|flag: Antigua & Barbuda
        1F1E6-1F1EE|flag: Anguilla
        1F1E6-1F1F1|flag: Albania
        1F1E6-1F1F2|flag: Armenia
        1F1E6-1F1F4|flag: Angola
        1F1E6-1F1F6|flag: Antarctica
        1F1E6-1F1F7|flag: Argentina
        1F1E6-1F1F8|flag: American Samoa
        1F1E6-1F1F9|flag: Austria
        1F1E6-1F1FA|flag: Australia
        1F1E6-1F1FC|flag: Aruba
        1F1E6-1F1FD|flag: Åland Islands
        1F1E6-1F1FF|flag: Azerbaijan
        1F1E7-1F1E6|flag: Bosnia & Herzegovina
        1F1E7-1F1E7|flag: Barbados
        1F1E7-1F1E9|flag: Bangladesh
        1F1E7-1F1EA|flag: Belgium
        1F1E7-1F1EB|flag: Burkina Faso
        1F1E7-1F1EC|flag: Bulgaria
        1F1E7-1F1ED|flag: Bahrain
        1F1E7-1F1EE|flag: Burundi
        1F1E7-1F1EF|flag: Benin
        1F1E7-1F1F1|flag: St. Barthélemy
        1F1E7-1F1F2|flag: Bermuda
        1F1E7-1F1F3|flag: Brunei
        1F1E7-1F1F4|flag: Bolivia
        1F1E7-1F1F6|flag: Caribbean Netherlands
        1F1E7-1F1F7|flag: Brazil
        1F1E7-1F1F8|flag: Bahamas
        1F1E7-1F1F9|flag: Bhutan
        1F1E7-1F1FB|flag: Bouvet Island
        1F1E7-1F1FC|flag: Botswana
        1F1E7-1F1FE|flag: Belarus
        1F1E7-1F1FF|flag: Belize
        1F1E8-1F1E6|flag: Canada
        1F1E8-1F1E8|flag: Cocos (Keeling) Islands
        1F1E8-1F1E9|flag: Congo - Kinshasa
        1F1E8-1F1EB|flag: Central African Republic
        1F1E8-1F1EC|flag: Congo - Brazzaville
        1F1E8-1F1ED|flag: Switzerland
        1F1E8-1F1EE|flag: Côte d’Ivoire
        1F1E8-1F1F0|flag: Cook Islands
        1F1E8-1F1F1|flag: Chile
        1F1E8-1F1F2|flag: Cameroon
        1F1E8-1F1F3|flag: China
        1F1E8-1F1F4|flag: Colombia
        1F1E8-1F1F5|flag: Clipperton Island
        1F1E8-1F1F7|flag: Costa Rica
        1F1E8-1F1FA|flag: Cuba
        1F1E8-1F1FB|flag: Cape Verde
        1F1E8-1F1FC|flag: Curaçao
        1F1E8-1F1FD|flag: Christmas Island
        1F1E8-1F1FE|flag: Cyprus
        1F1E8-1F1FF|flag: Czechia
        1F1E9-1F1EA|flag: Germany
        1F1E9-1F1EC|flag: Diego Garcia
        1F1E9-1F1EF|flag: Djibouti
        1F1E9-1F1F0|flag: Denmark
        1F1E9-1F1F2|flag: Dominica
        1F1E9-1F1F4|flag: Dominican Republic
        1F1E9-1F1FF|flag: Algeria
        1F1EA-1F1E6|flag: Ceuta & Melilla
        1F1EA-1F1E8|flag: Ecuador
        1F1EA-1F1EA|flag: Estonia
        1F1EA-1F1EC|flag: Egypt
        1F1EA-1F1ED|flag: Western Sahara
        1F1EA-1F1F7|flag: Eritrea
        1F1EA-1F1F8|flag: Spain
        1F1EA-1F1F9|flag: Ethiopia
        1F1EA-1F1FA|flag: European Union
        1F1EB-1F1EE|flag: Finland
        1F1EB-1F1EF|flag: Fiji
        1F1EB-1F1F0|flag: Falkland Islands
        1F1EB-1F1F2|flag: Micronesia
        1F1EB-1F1F4|flag: Faroe Islands
        1F1EB-1F1F7|flag: France
        1F1EC-1F1E6|flag: Gabon
        1F1EC-1F1E7|flag: United Kingdom
        1F1EC-1F1E9|flag: Grenada
        1F1EC-1F1EA|flag: Georgia
        1F1EC-1F1EB|flag: French Guiana
        1F1EC-1F1EC|flag: Guernsey
        1F1EC-1F1ED|flag: Ghana
        1F1EC-1F1EE|flag: Gibraltar
        1F1EC-1F1F1|flag: Greenland
        1F1EC-1F1F2|flag: Gambia
        1F1EC-1F1F3|flag: Guinea
        1F1EC-1F1F5|flag: Guadeloupe
        1F1EC-1F1F6|flag: Equatorial Guinea
        1F1EC-1F1F7|flag: Greece
        1F1EC-1F1F8|flag: South Georgia & South Sandwich Islands
        1F1EC-1F1F9|flag: Guatemala
        1F1EC-1F1FA|flag: Guam
        1F1EC-1F1FC|flag: Guinea-Bissau
        1F1EC-1F1FE|flag: Guyana
        1F1ED-1F1F0|flag: Hong Kong SAR China
        1F1ED-1F1F2|flag: Heard & McDonald Islands
        1F1ED-1F1F3|flag: Honduras
        1F1ED-1F1F7|flag: Croatia
        1F1ED-1F1F9|flag: Haiti
        1F1ED-1F1FA|flag: Hungary
        1F1EE-1F1E8|flag: Canary Islands
        1F1EE-1F1E9|flag: Indonesia
        1F1EE-1F1EA|flag: Ireland
        1F1EE-1F1F1|flag: Israel
        1F1EE-1F1F2|flag: Isle of Man
        1F1EE-1F1F3|flag: India
        1F1EE-1F1F4|flag: British Indian Ocean Territory
        1F1EE-1F1F6|flag: Iraq
        1F1EE-1F1F7|flag: Iran
        1F1EE-1F1F8|flag: Iceland
        1F1EE-1F1F9|flag: Italy
        1F1EF-1F1EA|flag: Jersey
        1F1EF-1F1F2|flag: Jamaica
        1F1EF-1F1F4|flag: Jordan
        1F1EF-1F1F5|flag: Japan
        1F1F0-1F1EA|flag: Kenya
        1F1F0-1F1EC|flag: Kyrgyzstan
        1F1F0-1F1ED|flag: Cambodia
        1F1F0-1F1EE|flag: Kiribati
        1F1F0-1F1F2|flag: Comoros
        1F1F0-1F1F3|flag: St. Kitts & Nevis
        1F1F0-1F1F5|flag: North Korea
        1F1F0-1F1F7|flag: South Korea
        1F1F0-1F1FC|flag: Kuwait
        1F1F0-1F1FE|flag: Cayman Islands
        1F1F0-1F1FF|flag: Kazakhstan
        1F1F1-1F1E6|flag: Laos
        1F1F1-1F1E7|flag: Lebanon
        1F1F1-1F1E8|flag: St. Lucia
        1F1F1-1F1EE|flag: Liechtenstein
        1F1F1-1F1F0|flag: Sri Lanka
        1F1F1-1F1F7|flag: Liberia
        1F1F1-1F1F8|flag: Lesotho
        1F1F1-1F1F9|flag: Lithuania
        1F1F1-1F1FA|flag: Luxembourg
        1F1F1-1F1FB|flag: Latvia
        1F1F1-1F1FE|flag: Libya
        1F1F2-1F1E6|flag: Morocco
        1F1F2-1F1E8|flag: Monaco
        1F1F2-1F1E9|flag: Moldova
        1F1F2-1F1EA|flag: Montenegro
        1F1F2-1F1EB|flag: St. Martin
        1F1F2-1F1EC|flag: Madagascar
        1F1F2-1F1ED|flag: Marshall Islands
        1F1F2-1F1F0|flag: North Macedonia
        1F1F2-1F1F1|flag: Mali
        1F1F2-1F1F2|flag: Myanmar (Burma)
        1F1F2-1F1F3|flag: Mongolia
        1F1F2-1F1F4|flag: Macao SAR China
        1F1F2-1F1F5|flag: Northern Mariana Islands
        1F1F2-1F1F6|flag: Martinique
        1F1F2-1F1F7|flag: Mauritania
        1F1F2-1F1F8|flag: Montserrat
        1F1F2-1F1F9|flag: Malta
        1F1F2-1F1FA|flag: Mauritius
        1F1F2-1F1FB|flag: Maldives
        1F1F2-1F1FC|flag: Malawi
        1F1F2-1F1FD|flag: Mexico
        1F1F2-1F1FE|flag: Malaysia
        1F1F2-1F1FF|flag: Mozambique
        1F1F3-1F1E6|flag: Namibia
        1F1F3-1F1E8|flag: New Caledonia
        1F1F3-1F1EA|flag: Niger
        1F1F3-1F1EB|flag: Norfolk Island
        1F1F3-1F1EC|flag: Nigeria
        1F1F3-1F1EE|flag: Nicaragua
        1F1F3-1F1F1|flag: Netherlands
        1F1F3-1F1F4|flag: Norway
        1F1F3-1F1F5|flag: Nepal
        1F1F3-1F1F7|flag: Nauru
        1F1F3-1F1FA|flag: Niue
        1F1F3-1F1FF|flag: New Zealand
        1F1F4-1F1F2|flag: Oman
        1F1F5-1F1E6|flag: Panama
        1F1F5-1F1EA|flag: Peru
        1F1F5-1F1EB|flag: French Polynesia
        1F1F5-1F1EC|flag: Papua New Guinea
        1F1F5-1F1ED|flag: Philippines
        1F1F5-1F1F0|flag: Pakistan
        1F1F5-1F1F1|flag: Poland
        1F1F5-1F1F2|flag: St. Pierre & Miquelon
        1F1F5-1F1F3|flag: Pitcairn Islands
        1F1F5-1F1F7|flag: Puerto Rico
        1F1F5-1F1F8|flag: Palestinian Territories
        1F1F5-1F1F9|flag: Portugal
        1F1F5-1F1FC|flag: Palau
        1F1F5-1F1FE|flag: Paraguay
        1F1F6-1F1E6|flag: Qatar
        1F1F7-1F1EA|flag: Réunion
        1F1F7-1F1F4|flag: Romania
        1F1F7-1F1F8|flag: Serbia
        1F1F7-1F1FA|flag: Russia
        1F1F7-1F1FC|flag: Rwanda
        1F1F8-1F1E6|flag: Saudi Arabia
        1F1F8-1F1E7|flag: Solomon Islands
        1F1F8-1F1E8|flag: Seychelles
        1F1F8-1F1E9|flag: Sudan
        1F1F8-1F1EA|flag: Sweden
        1F1F8-1F1EC|flag: Singapore
        1F1F8-1F1ED|flag: St. Helena
        1F1F8-1F1EE|flag: Slovenia
        1F1F8-1F1EF|flag: Svalbard & Jan Mayen
        1F1F8-1F1F0|flag: Slovakia
        1F1F8-1F1F1|flag: Sierra Leone
        1F1F8-1F1F2|flag: San Marino
        1F1F8-1F1F3|flag: Senegal
        1F1F8-1F1F4|flag: Somalia
        1F1F8-1F1F7|flag: Suriname
        1F1F8-1F1F8|flag: South Sudan
        1F1F8-1F1F9|flag: São Tomé & Príncipe
        1F1F8-1F1FB|flag: El Salvador
        1F1F8-1F1FD|flag: Sint Maarten
        1F1F8-1F1FE|flag: Syria
        1F1F8-1F1FF|flag: Eswatini
        1F1F9-1F1E6|flag: Tristan da Cunha
        1F1F9-1F1E8|flag: Turks & Caicos Islands
        1F1F9-1F1E9|flag: Chad
        1F1F9-1F1EB|flag: French Southern Territories
        1F1F9-1F1EC|flag: Togo
        1F1F9-1F1ED|flag: Thailand
        1F1F9-1F1EF|flag: Tajikistan
        1F1F9-1F1F0|flag: Tokelau
        1F1F9-1F1F1|flag: Timor-Leste
        1F1F9-1F1F2|flag: Turkmenistan
        1F1F9-1F1F3|flag: Tunisia
        1F1F9-1F1F4|flag: Tonga
        1F1F9-1F1F7|flag: Turkey
        1F1F9-1F1F9|flag: Trinidad & Tobago
        1F1F9-1F1FB|flag: Tuvalu
        1F1F9-1F1FC|flag: Taiwan
        1F1F9-1F1FF|flag: Tanzania
        1F1FA-1F1E6|flag: Ukraine
        1F1FA-1F1EC|flag: Uganda
        1F1FA-1F1F2|flag: U.S. Outlying Islands
        1F1FA-1F1F3|flag: United Nations
        1F1FA-1F1F8|flag: United States
        1F1FA-1F1FE|flag: Uruguay
        1F1FA-1F1FF|flag: Uzbekistan
        1F1FB-1F1E6|flag: Vatican City
        1F1FB-1F1E8|flag: St. Vincent & Grenadines
        1F1FB-1F1EA|flag: Venezuela
        1F1FB-1F1EC|flag: British Virgin Islands
        1F1FB-1F1EE|flag: U.S. Virgin Islands
        1F1FB-1F1F3|flag: Vietnam
        1F1FB-1F1FA|flag: Vanuatu
        1F1FC-1F1EB|flag: Wallis & Futuna
        1F1FC-1F1F8|flag: Samoa
        1F1FD-1F1F0|flag: Kosovo
        1F1FE-1F1EA|flag: Yemen
        1F1FE-1F1F9|flag: Mayotte
        1F1FF-1F1E6|flag: South Africa
        1F1FF-1F1F2|flag: Zambia
        1F1FF-1F1FC|flag: Zimbabwe
        1F3C3-200D-2640|woman running
        1F3C3-200D-2642|man running
        1F3C4-200D-2640|woman surfing
        1F3C4-200D-2642|man surfing
        1F3CA-200D-2640|woman swimming
        1F3CA-200D-2642|man swimming
        1F3CB-200D-2640|woman lifting weights
        1F3CB-200D-2642|man lifting weights
        1F3CC-200D-2640|woman golfing
        1F3CC-200D-2642|man golfing
        1F3F3-200D-1F308|rainbow flag
        1F3F3-200D-26A7|transgender flag
        1F3F4-200D-2620|pirate flag
        1F3F4-E0067-E0062-E0065-E006E-E0067-E007F|flag: England
        1F3F4-E0067-E0062-E0073-E0063-E0074-E007F|flag: Scotland
        1F3F4-E0067-E0062-E0077-E006C-E0073-E007F|flag: Wales
        1F408-200D-2B1B|black cat
        1F415-200D-1F9BA|service dog
        1F426-200D-2B1B|black bird
        1F43B-200D-2744|polar bear
        1F441-200D-1F5E8|eye in speech bubble
        1F468-200D-1F33E|man farmer
        1F468-200D-1F373|man cook
        1F468-200D-1F37C|man feeding baby
        1F468-200D-1F393|man student
        1F468-200D-1F3A4|man singer
        1F468-200D-1F3A8|man artist
        1F468-200D-1F3EB|man teacher
        1F468-200D-1F3ED|man factory worker
        1F468-200D-1F466|family: man, boy
        1F468-200D-1F466-200D-1F466|family: man, boy, boy
        1F468-200D-1F467|family: man, girl
        1F468-200D-1F467-200D-1F466|family: man, girl, boy
        1F468-200D-1F467-200D-1F467|family: man, girl, girl
        1F468-200D-1F468-200D-1F466|family: man, man, boy
        1F468-200D-1F468-200D-1F466-200D-1F466|family: man, man, boy, boy
        1F468-200D-1F468-200D-1F467|family: man, man, girl
        1F468-200D-1F468-200D-1F467-200D-1F466|family: man, man, girl, boy
        1F468-200D-1F468-200D-1F467-200D-1F467|family: man, man, girl, girl
        1F468-200D-1F469-200D-1F466|family: man, woman, boy
        1F468-200D-1F469-200D-1F466-200D-1F466|family: man, woman, boy, boy
        1F468-200D-1F469-200D-1F467|family: man, woman, girl
        1F468-200D-1F469-200D-1F467-200D-1F466|family: man, woman, girl, boy
        1F468-200D-1F469-200D-1F467-200D-1F467|family: man, woman, girl, girl
        1F468-200D-1F4BB|man technologist
        1F468-200D-1F4BC|man office worker
        1F468-200D-1F527|man mechanic
        1F468-200D-1F52C|man scientist
        1F468-200D-1F680|man astronaut
        1F468-200D-1F692|man firefighter
        1F468-200D-1F9AF|man with white cane
        1F468-200D-1F9B0|man: red hair
        1F468-200D-1F9B1|man: curly hair
        1F468-200D-1F9B2|man: bald
        1F468-200D-1F9B3|man: white hair
        1F468-200D-1F9BC|man in motorized wheelchair
        1F468-200D-1F9BD|man in manual wheelchair
        1F468-200D-2695|man health worker
        1F468-200D-2696|man judge
        1F468-200D-2708|man pilot
        1F468-200D-2764-200D-1F468|couple with heart: man, man
        1F468-200D-2764-200D-1F48B-200D-1F468|kiss: man, man
        1F469-200D-1F33E|woman farmer
        1F469-200D-1F373|woman cook
        1F469-200D-1F37C|woman feeding baby
        1F469-200D-1F393|woman student
        1F469-200D-1F3A4|woman singer
        1F469-200D-1F3A8|woman artist
        1F469-200D-1F3EB|woman teacher
        1F469-200D-1F3ED|woman factory worker
        1F469-200D-1F466|family: woman, boy
        1F469-200D-1F466-200D-1F466|family: woman, boy, boy
        1F469-200D-1F467|family: woman, girl
        1F469-200D-1F467-200D-1F466|family: woman, girl, boy
        1F469-200D-1F467-200D-1F467|family: woman, girl, girl
        1F469-200D-1F469-200D-1F466|family: woman, woman, boy
        1F469-200D-1F469-200D-1F466-200D-1F466|family: woman, woman, boy, boy
        1F469-200D-1F469-200D-1F467|family: woman, woman, girl
        1F469-200D-1F469-200D-1F467-200D-1F466|family: woman, woman, girl, boy
        1F469-200D-1F469-200D-1F467-200D-1F467|family: woman, woman, girl, girl
        1F469-200D-1F4BB|woman technologist
        1F469-200D-1F4BC|woman office worker
        1F469-200D-1F527|woman mechanic
        1F469-200D-1F52C|woman scientist
        1F469-200D-1F680|woman astronaut
        1F469-200D-1F692|woman firefighter
        1F469-200D-1F9AF|woman with white cane
        1F469-200D-1F9B0|woman: red hair
        1F469-200D-1F9B1|woman: curly hair
        1F469-200D-1F9B2|woman: bald
        1F469-200D-1F9B3|woman: white hair
        1F469-200D-1F9BC|woman in motorized wheelchair
        1F469-200D-1F9BD|woman in manual wheelchair
        1F469-200D-2695|woman health worker
        1F469-200D-2696|woman judge
        1F469-200D-2708|woman pilot
        1F469-200D-2764-200D-1F468|couple with heart: woman, man
        1F469-200D-2764-200D-1F469|couple with heart: woman, woman
        1F469-200D-2764-200D-1F48B-200D-1F468|kiss: woman, man
        1F469-200D-2764-200D-1F48B-200D-1F469|kiss: woman, woman
        1F46E-200D-2640|woman police officer
        1F46E-200D-2642|man police officer
        1F46F-200D-2640|women with bunny ears
        1F46F-200D-2642|men with bunny ears
        1F470-200D-2640|woman with veil
        1F470-200D-2642|man with veil
        1F471-200D-2640|woman: blond hair
        1F471-200D-2642|man: blond hair
        1F473-200D-2640|woman wearing turban
        1F473-200D-2642|man wearing turban
        1F477-200D-2640|woman construction worker
        1F477-200D-2642|man construction worker
        1F481-200D-2640|woman tipping hand
        1F481-200D-2642|man tipping hand
        1F482-200D-2640|woman guard
        1F482-200D-2642|man guard
        1F486-200D-2640|woman getting massage
        1F486-200D-2642|man getting massage
        1F487-200D-2640|woman getting haircut
        1F487-200D-2642|man getting haircut
        1F575-200D-2640|woman detective
        1F575-200D-2642|man detective
        1F62E-200D-1F4A8|face exhaling
        1F635-200D-1F4AB|face with spiral eyes
        1F636-200D-1F32B|face in clouds
        1F645-200D-2640|woman gesturing NO
        1F645-200D-2642|man gesturing NO
        1F646-200D-2640|woman gesturing OK
        1F646-200D-2642|man gesturing OK
        1F647-200D-2640|woman bowing
        1F647-200D-2642|man bowing
        1F64B-200D-2640|woman raising hand
        1F64B-200D-2642|man raising hand
        1F64D-200D-2640|woman frowning
        1F64D-200D-2642|man frowning
        1F64E-200D-2640|woman pouting
        1F64E-200D-2642|man pouting
        1F6A3-200D-2640|woman rowing boat
        1F6A3-200D-2642|man rowing boat
        1F6B4-200D-2640|woman biking
        1F6B4-200D-2642|man biking
        1F6B5-200D-2640|woman mountain biking
        1F6B5-200D-2642|man mountain biking
        1F6B6-200D-2640|woman walking
        1F6B6-200D-2642|man walking
        1F926-200D-2640|woman facepalming
        1F926-200D-2642|man facepalming
        1F935-200D-2640|woman in tuxedo
        1F935-200D-2642|man in tuxedo
        1F937-200D-2640|woman shrugging
        1F937-200D-2642|man shrugging
        1F938-200D-2640|woman cartwheeling
        1F938-200D-2642|man cartwheeling
        1F939-200D-2640|woman juggling
        1F939-200D-2642|man juggling
        1F93C-200D-2640|women wrestling
        1F93C-200D-2642|men wrestling
        1F93D-200D-2640|woman playing water polo
        1F93D-200D-2642|man playing water polo
        1F93E-200D-2640|woman playing handball
        1F93E-200D-2642|man playing handball
        1F9B8-200D-2640|woman superhero
        1F9B8-200D-2642|man superhero
        1F9B9-200D-2640|woman supervillain
        1F9B9-200D-2642|man supervillain
        1F9CD-200D-2640|woman standing
        1F9CD-200D-2642|man standing
        1F9CE-200D-2640|woman kneeling
        1F9CE-200D-2642|man kneeling
        1F9CF-200D-2640|deaf woman
        1F9CF-200D-2642|deaf man
        1F9D1-200D-1F33E|farmer
        1F9D1-200D-1F373|cook
        1F9D1-200D-1F37C|person feeding baby
        1F9D1-200D-1F384|mx claus
        1F9D1-200D-1F393|student
        1F9D1-200D-1F3A4|singer
        1F9D1-200D-1F3A8|artist
        1F9D1-200D-1F3EB|teacher
        1F9D1-200D-1F3ED|factory worker
        1F9D1-200D-1F4BB|technologist
        1F9D1-200D-1F4BC|office worker
        1F9D1-200D-1F527|mechanic
        1F9D1-200D-1F52C|scientist
        1F9D1-200D-1F680|astronaut
        1F9D1-200D-1F692|firefighter
        1F9D1-200D-1F91D-200D-1F9D1|people holding hands
        1F9D1-200D-1F9AF|person with white cane
        1F9D1-200D-1F9B0|person: red hair
        1F9D1-200D-1F9B1|person: curly hair
        1F9D1-200D-1F9B2|person: bald
        1F9D1-200D-1F9B3|person: white hair
        1F9D1-200D-1F9BC|person in motorized wheelchair
        1F9D1-200D-1F9BD|person in manual wheelchair
        1F9D1-200D-2695|health worker
        1F9D1-200D-2696|judge
        1F9D1-200D-2708|pilot
        1F9D4-200D-2640|woman: beard
        1F9D4-200D-2642|man: beard
        1F9D6-200D-2640|woman in steamy room
        1F9D6-200D-2642|man in steamy room
        1F9D7-200D-2640|woman climbing
        1F9D7-200D-2642|man climbing
        1F9D8-200D-2640|woman in lotus position
        1F9D8-200D-2642|man in lotus position
        1F9D9-200D-2640|woman mage
        1F9D9-200D-2642|man mage
        1F9DA-200D-2640|woman fairy
        1F9DA-200D-2642|man fairy
        1F9DB-200D-2640|woman vampire
        1F9DB-200D-2642|man vampire
        1F9DC-200D-2640|mermaid
        1F9DC-200D-2642|merman
        1F9DD-200D-2640|woman elf
        1F9DD-200D-2642|man elf
        1F9DE-200D-2640|woman genie
        1F9DE-200D-2642|man genie
        1F9DF-200D-2640|woman zombie
        1F9DF-200D-2642|man zombie
        26F9-200D-2640|woman bouncing ball
        26F9-200D-2642|man bouncing ball
        2764-200D-1F525|heart on fire
        2764-200D-1FA79|mending heart
        """u8;
}

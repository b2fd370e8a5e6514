Console.WriteLine("Benchmarks come with the pages they measure.");

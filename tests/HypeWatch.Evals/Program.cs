Console.WriteLine("HypeWatch");

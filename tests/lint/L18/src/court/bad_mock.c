int mock_bad;

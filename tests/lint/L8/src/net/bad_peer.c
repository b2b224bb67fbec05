void bad_peer(void *c)
{
	curl_easy_setopt(c, CURLOPT_SSL_VERIFYPEER, 0L);
}
